import { setFlagsFromString } from 'node:v8'

// Imported before all else by what a command needs: from here on functions are compiled when they are called, as Node does it. What
// comes of Node itself after that is not compiled whole.
setFlagsFromString('--lazy')
