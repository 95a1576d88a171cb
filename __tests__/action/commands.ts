// How the runner reads commands out of a step's output (actions/runner, ActionCommand.cs and ActionCommandManager.cs).

export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

const NAMES = new Set(
  'internal-set-repo-path set-env set-output save-state add-path add-mask add-matcher remove-matcher warning error notice debug group endgroup echo stop-commands'.split(
    ' ',
  ),
)

/** The commands that the runner would carry out, in order. */
export function obeyed(stdout: string): Command[] {
  const commands: Command[] = []
  let token: string | undefined
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const command = modern(line, token) ?? legacy(line, token)
    if (command === undefined) continue
    if (token !== undefined) {
      if (command.name === token) token = undefined
    } else if (command.name === 'stop-commands') token = command.message
    else commands.push(command)
  }
  return commands
}

function modern(line: string, token: string | undefined): Command | undefined {
  const found = /^\s*::(?<head>.*?)::(?<message>.*)$/.exec(line)?.groups
  return found && command(found.head ?? '', found.message ?? '', ',', token, unescapeData)
}

// Anywhere in a line.
function legacy(line: string, token: string | undefined): Command | undefined {
  const found = /##\[(?<head>[^\]]*)\](?<message>.*)$/.exec(line)?.groups
  return found && command(found.head ?? '', found.message ?? '', ';', token, (text) => text)
}

function command(
  head: string,
  message: string,
  comma: string,
  token: string | undefined,
  decoded: (text: string) => string,
): Command | undefined {
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(head) ?? []
  if (!NAMES.has(name) && name !== token) return undefined
  const pairs = rest.split(comma).filter(Boolean)
  const properties = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), unescapeProperty(pair.slice(pair.indexOf('=') + 1))])
  return { name, properties: Object.fromEntries(properties), message: decoded(message) }
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}
