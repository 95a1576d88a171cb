#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 5581:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_module__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__nccwpck_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _cli_main_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(373);






// Node keeps what it compiled of the files that are imported from here on, below the system's folder for temporary files: a second run
// starts in half the time. Node 20 has no such cache; a folder that cannot be written is no error.
node_module__WEBPACK_IMPORTED_MODULE_2___default().enableCompileCache?.();
const io = {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    readStdin: () => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.buffer)(process.stdin),
    exists: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(path)),
    writeFile: save,
};
// No process.exit(): a pipe may still hold what was written.
process.exitCode = await (0,_cli_main_js__WEBPACK_IMPORTED_MODULE_5__/* .main */ .i)(process.argv.slice(2), io);
/** A reader that went away (`| head`) and a full disk are told from the answer, not from an exception. */
function sink(stream) {
    stream.on('error', () => undefined);
    return {
        write: (text) => new Promise((done) => stream.write(text, (error) => done(error ? reason(error) : undefined))),
        terminal: stream.isTTY === true,
        columns: stream.columns,
    };
}
async function save(path, text) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text);
        return undefined;
    }
    catch (error) {
        return reason(error);
    }
}
function reason(error) {
    return error.code ?? String(error);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 373:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(3916);
// EXTERNAL MODULE: ./src/model/tool.ts
var tool = __nccwpck_require__(8515);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __nccwpck_require__(4031);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./src/cli/options.ts
const check = ['check'];
const both = ['check', 'rules'];
const OPTIONS = {
    'required-stage': { type: 'string', value: 'N', commands: check, help: 'the stage to reach: 1 to 5, or its id' },
    threshold: { type: 'string', value: 'N', commands: check, help: 'the score that a stage needs to be met, 0 to 100 (80)' },
    config: { type: 'string', value: 'FILE', commands: check, help: 'the configuration (.maturity-gate.yaml of the root, if there)' },
    mode: { type: 'string', value: 'MODE', commands: check, help: 'enforce, or report: exit code 0 whatever is missing (enforce)' },
    exclude: { type: 'string', value: 'GLOB', many: true, commands: check, help: 'leave these files out too; !GLOB takes a default back' },
    only: { type: 'string', value: 'RULE,…', many: true, commands: check, help: 'judge these rules alone; fails on any finding of theirs' },
    skip: { type: 'string', value: 'RULE,…', many: true, commands: check, help: 'do not judge these rules' },
    date: { type: 'string', value: 'DATE', commands: check, help: 'the day on which expiry is judged, YYYY-MM-DD (today, UTC)' },
    stdin: { type: 'string', value: 'NAME', commands: check, help: 'read one file from standard input, and call it NAME' },
    'on-nothing-scanned': {
        type: 'string',
        value: 'WHAT',
        commands: check,
        help: 'fail, warn or ignore where there is nothing to judge (fail)',
    },
    format: { type: 'string', value: 'FORMAT', commands: both, help: 'text, json, sarif, markdown or github (text)' },
    output: { type: 'string', value: 'FILE', commands: both, help: 'write there instead of standard output' },
    'report-dir': { type: 'string', value: 'DIR', commands: check, help: 'write further reports into this folder' },
    formats: { type: 'string', value: 'FORMAT,…', commands: check, help: 'which reports those are (json)' },
    'no-color': { type: 'boolean', commands: both, help: 'no colours; NO_COLOR does the same' },
    help: { type: 'boolean', short: 'h', commands: both, help: 'this page' },
    version: { type: 'boolean', short: 'v', commands: both, help: 'the version' },
};
function optionEntries() {
    return Object.entries(OPTIONS);
}
const COMMANDS = ['check', 'rules'];

;// CONCATENATED MODULE: ./src/cli/arguments.ts



/** Throws a UserError with all mistakes; `exists` tells a path from a misspelt command. */
function parseArguments(argv, exists) {
    const options = Object.fromEntries(optionEntries().map(([name, { type, short }]) => [name, { type, multiple: true, ...(short === undefined ? {} : { short }) }]));
    const { tokens, positionals } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
    const [first, ...others] = positionals;
    const command = COMMANDS.find((name) => name === first) ?? 'check';
    const operands = command === first ? others : positionals;
    const mistakes = [];
    const given = new Map();
    for (const token of tokens) {
        if (token.kind !== 'option')
            continue;
        const mistake = wrong(token, command, given);
        if (mistake)
            mistakes.push({ message: mistake });
        else
            given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
    }
    const misspelt = first === undefined || command === first ? undefined : misspeltCommand(first, exists);
    // After an option that does not exist, what looks like an operand may be its value.
    if (misspelt !== undefined && mistakes.length === 0)
        mistakes.push({ message: misspelt });
    if (mistakes.length > 0 && !given.has('help'))
        throw new errors/* UserError */.yo(mistakes);
    return {
        command,
        operands,
        has: (option) => given.has(option),
        value: (option) => given.get(option)?.at(-1),
        values: (option, split) => (given.get(option) ?? []).flatMap((value) => (split ? parts(value) : [value])),
    };
}
function wrong(token, command, given) {
    const { name, rawName, value } = token;
    if (!Object.hasOwn(OPTIONS, name)) {
        const meant = rawName.startsWith('--') ? (0,errors/* nearest */.pA)(name, Object.keys(OPTIONS)) : undefined;
        return `${rawName}: no such option${meant === undefined ? '; see --help' : `; did you mean --${meant}?`}`;
    }
    const option = OPTIONS[name];
    if (!option.commands.includes(command))
        return `${rawName}: not an option of ${command}`;
    if (option.type === 'boolean')
        return value === undefined ? undefined : `${rawName}: takes no value`;
    // `--config --mode report`: the next option is no value; one that begins with a dash is written --config=-x.
    const swallowed = !token.inlineValue && value !== undefined && value.length > 1 && value.startsWith('-');
    if (value === undefined || value === '' || swallowed)
        return `${rawName}: needs a value, ${option.value ?? ''}`;
    return given.has(name) && !option.many ? `${rawName}: given more than once` : undefined;
}
function misspeltCommand(word, exists) {
    if (!/^[a-z-]+$/.test(word) || word === '-' || exists(word))
        return undefined;
    const meant = (0,errors/* nearest */.pA)(word, COMMANDS);
    return `${word}: no such command, file or folder${meant === undefined ? '; see --help' : `; did you mean ${meant}?`}`;
}
function parts(value) {
    return value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
}

;// CONCATENATED MODULE: ./src/cli/help.ts

const GROUPS = [
    { title: 'What must be reached', options: ['required-stage', 'threshold', 'mode', 'on-nothing-scanned'] },
    { title: 'What is judged', options: ['config', 'exclude', 'only', 'skip', 'stdin', 'date'] },
    { title: 'What is written', options: ['format', 'output', 'report-dir', 'formats', 'no-color'] },
    { title: 'And', options: ['help', 'version'] },
];
function help() {
    const lines = [
        'Holds the Kubernetes manifests, Dockerfiles and compose files of a repository',
        'to the five stages of the Container Security Maturity Model.',
        '',
        '  maturity-gate [check] [PATH…]   judge a folder, files or globs (the current folder)',
        '  maturity-gate -                 judge a manifest from standard input',
        '  maturity-gate rules [ID]        list the rules, or explain one',
        '',
        ...GROUPS.flatMap(({ title, options }) => [title, ...options.map(line), '']),
        'Exit codes',
        '  0  the gate passes; or report mode; or no stage is required',
        '  1  the gate fails',
        '  2  a mistake in the command line, the configuration or a rule',
        '  3  a fault of maturity-gate itself',
    ];
    return `${lines.join('\n')}\n`;
}
function line(name) {
    const { short, value, help } = OPTIONS[name];
    const flags = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return `  ${flags.padEnd(28)} ${help}`;
}

;// CONCATENATED MODULE: ./src/cli/main.ts





/** Runs one command and answers with its exit code. What can be left unloaded is loaded only by the command that needs it. */
async function main(argv, io) {
    try {
        const given = parseArguments(argv, io.exists);
        if (given.has('help'))
            return await say(io, help());
        if (given.has('version'))
            return await say(io, `${tool/* TOOL */.j.name} ${tool/* TOOL */.j.version}\n`);
        if (given.command === 'rules')
            return await (await __nccwpck_require__.e(/* import() */ 141).then(__nccwpck_require__.bind(__nccwpck_require__, 8141))).rules(given, io);
        return await (await Promise.all(/* import() */[__nccwpck_require__.e(365), __nccwpck_require__.e(686)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4686))).check(given, io);
    }
    catch (error) {
        return error instanceof errors/* UserError */.yo ? mistaken(error, io) : broken(error, io);
    }
}
async function say(io, text) {
    await io.stdout.write(text);
    return 0;
}
async function mistaken(error, io) {
    const lines = error.mistakes.map((mistake) => `maturity-gate: ${(0,report_escape/* printable */.g$)((0,errors/* describe */.q0)(mistake))}\n`);
    await io.stderr.write((0,report_escape/* inLog */.cp)(lines.join('')));
    return 2;
}
async function broken(error, io) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = stack.split('\n').map(report_escape/* printable */.g$).join('\n');
    const plea = `This is a fault of ${tool/* TOOL */.j.name} ${tool/* TOOL */.j.version}, not of your files. Please report it with the lines above.`;
    await io.stderr.write((0,report_escape/* inLog */.cp)(`${lines}\n\n${plea}\n`));
    return 3;
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** The user's mistake (exit 2): all mistakes at once, one clear line each. Whatever else is thrown is a bug of ours (exit 3). */
class UserError extends Error {
    mistakes;
    constructor(mistakes) {
        const all = typeof mistakes === 'string' ? [{ message: mistakes }] : mistakes;
        super(all.map(describe).join('\n'));
        this.name = 'UserError';
        this.mistakes = all;
    }
}
/** One line: the place, where there is one, and the message. */
function describe(mistake) {
    const place = [mistake.file, mistake.line, mistake.column].filter((part) => part !== undefined).join(':');
    return place ? `${place}: ${mistake.message}` : mistake.message;
}
/** The nearest known name within two edits (or a third of its length), for `Did you mean`. */
function nearest(name, known) {
    let best;
    let least = Math.max(2, Math.floor(name.length / 3)) + 1;
    for (const candidate of known) {
        const far = distance(name.toLowerCase(), candidate.toLowerCase(), least);
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}
// Levenshtein, one row at a time; gives up with `limit` when the lengths alone differ by more.
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? limit;
}


/***/ }),

/***/ 8515:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ TOOL)
/* harmony export */ });
/** What the reports name as their maker; a test holds it to package.json. */
const TOOL = { name: 'container-maturity-gate', version: '0.1.0' };


/***/ }),

/***/ 4031:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   BC: () => (/* binding */ sarifText),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   cp: () => (/* binding */ inLog),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   hb: () => (/* binding */ inAnnotation),
/* harmony export */   lt: () => (/* binding */ attribute),
/* harmony export */   s$: () => (/* binding */ jsonText),
/* harmony export */   wD: () => (/* binding */ markdown),
/* harmony export */   wq: () => (/* binding */ commandData)
/* harmony export */ });
// Text of a scanned repository may be written to deceive: names, paths and labels reach an output only through here.
// Controls (escape sequences among them), bidirectional and invisible characters, lone surrogates.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** One line in which nothing is invisible, moves the cursor or changes the direction of reading; every character takes one. */
function printable(text) {
    return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(HIDDEN, '\ufffd');
}
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    const kept = text.slice(0, limit - 1);
    return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
// The runner obeys `::command` at a line's start (after blanks) and the older `##[command]` anywhere in any line of a step's output.
const COMMAND = new RegExp(`^((?:[^\\S\\n]|${'\u001b'}\\[\\d+m)*):(?=:)`, 'gm');
/** The whole of what a terminal or a log gets: no line of it is a workflow command. Widths stay as they are. */
function inLog(output) {
    return output.replaceAll('##[', '##(').replace(COMMAND, '$1\u2236');
}
const MARKUP = /[&<>"'`*_[\]|~\\$^{}]/g;
// What GitHub would make a mention, an issue or a link of.
const PARTED = /[@#](?=[\p{L}\p{N}])|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)/giu;
const reference = (character) => `&#${character.charCodeAt(0)};`;
function inert(text, limit, parting) {
    const marked = (part) => part.replace(MARKUP, reference);
    const cut = clip(printable(text).replace(/ {2,}/g, ' ').trim(), limit);
    let output = '';
    let from = 0;
    for (const { 0: part, index } of cut.matchAll(PARTED)) {
        output += `${marked(cut.slice(from, index))}${part}${parting}`;
        from = index + part.length;
    }
    // What would begin a heading, a list or a rule if it stood first.
    return (output + marked(cut.slice(from))).replace(/^(?:[-+=#]|\d(?=\d*[.)]))/, reference);
}
/** Running text of Markdown: no markup, no link, nobody notified, since a zero-width space stands after `@`, `#` and the like. */
function markdown(text, limit = 600) {
    return inert(text, limit, '&#8203;');
}
/**
 * Markdown shown as code, where GitHub looks for no mention; a comment, which it takes out, parts what would become a link, so that
 * what a person copies is as written. Entities hold in tables, where a backtick does not keep `|` in.
 */
function markdownCode(text, limit = 200) {
    return `<code>${inert(text, limit, '<!-- -->') || ' '}</code>`;
}
/** Text of an annotation, to be escaped once more by whatever writes the command. */
function inAnnotation(text) {
    return printable(text).replaceAll('##[', '##(');
}
function commandData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function commandProperty(text) {
    return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** SARIF viewers make links of `[text](target)`. */
function sarifText(text, limit) {
    return clip(printable(text).replaceAll('](', '] ('), limit);
}
/** JSON stays the same value, but holds no character that a terminal or a log would obey. */
function jsonText(json) {
    return json.replace(/##\[/g, '##\\u005b').replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, unicodeEscape);
}
function unicodeEscape(character) {
    let escaped = '';
    for (let at = 0; at < character.length; at++)
        escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
    return escaped;
}
/** An address for an HTML attribute inside Markdown. */
function attribute(address) {
    return printable(address).replace(MARKUP, reference);
}


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5581);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
