// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are scripts, whose variables look like this
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../../src/model/command.ts'
import { originOf } from '../../../src/model/origin.ts'
import { Source } from '../../../src/model/position.ts'
import { readScript } from '../../../src/source/shell/commands.ts'

function read(text: string, known: Readonly<Record<string, string>> = {}): Command[] {
  return readScript(text, (offset) => offset, new Source('script', text), new Map(Object.entries(known)))
}

// What is not settled shows as ?.
function shown(get: () => string): string {
  try {
    return get()
  } catch (error) {
    expect((error as Error).name).toBe('Unsettled')
    return '?'
  }
}

const list = (words: readonly string[]) => Array.from({ length: words.length }, (_, index) => shown(() => words[index] ?? ''))
const line = (command: Command) => [shown(() => command.name), ...list(command.arguments)].join(' ').trim()

const COMMANDS: readonly (readonly [string, string, readonly string[]])[] = [
  ['lists', 'a && b || c; d & e', ['a', 'b', 'c', 'd', 'e']],
  ['groups and subshells', '{ a; (b; c); }', ['a', 'b', 'c']],
  ['branches', 'if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
  ['loops', 'for x in 1 2; do a; done; while b; do c; done; until d; do e; done', ['a', 'b', 'c', 'd', 'e']],
  ['cases', 'case $x in a) b;; *) c;; esac', ['b', 'c']],
  ['functions', 'f() { a; }; f', ['a', 'f']],
  ['substitutions', 'a $(b `c`) "$(d)" <(e)', ['a ? ? ?', 'b ?', 'c', 'd', 'e']],
  ['quotes and escapes', `a 'b c' "d e" f\\ g h"i"'j' $'k\\tl'`, ['a b c d e f g hij k\tl']],
  ['negation and time', '! a; time -p b', ['a', 'b']],
  ['sudo', 'sudo -u app -- a -k', ['sudo -u app -- a -k', 'a -k']],
  ['env', 'env -u X A=1 a', ['env -u X A=1 a', 'a']],
  [
    'exec, nice, timeout',
    'exec nice -n 5 timeout -k 1 30 a b',
    ['exec nice -n 5 timeout -k 1 30 a b', 'nice -n 5 timeout -k 1 30 a b', 'timeout -k 1 30 a b', 'a b'],
  ],
  ['xargs and find', 'find . -name x -exec a {} \\; | xargs -n1 b', ['find . -name x -exec a {} ;', 'a {}', 'xargs -n1 b', 'b']],
  ['command -v runs nothing', 'command -v a; command b', ['command -v a', 'command b', 'b']],
  ['sh -c', `sh -c 'a; b' && bash -lc "c $X"`, ['sh -c a; b', 'a', 'b', 'bash -lc ?', 'c ?']],
  ['sh of a file', 'sh -x build.sh -c', ['sh -x build.sh -c']],
  ['su -c and eval', `su - app -c 'a' ; eval "b c"`, ['su - app -c a', 'a', 'eval b c', 'b c']],
  ['python -m', 'python3 -m pip install x', ['python3 -m pip install x', 'pip install x']],
  ['here-document of a shell', 'bash <<EOF\na\nb\nEOF', ['bash', 'a', 'b']],
  ['here-document of something else', 'cat <<EOF\na\nEOF', ['cat']],
  ['comments', 'a # b\n# c\nd', ['a', 'd']],
  ['redirections', 'a > b 2>&1 < c', ['a']],
  ['assignments alone', 'A=1', ['']],
  ['what does not parse is read as far as it goes', 'a; if b; then', ['a', 'b']],
]

test.each(COMMANDS)('finds the commands of %s', (_, text, expected) => {
  expect(read(text).map(line)).toEqual(expected)
})

const VALUES: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['echo $A ${A} "$A"', { A: 'x' }, 'echo x x x'],
  ['echo $B', { A: 'x' }, 'echo ?'],
  ['echo ${B:-d} ${A:-d} ${A:+e} ${B:+e}', { A: 'x' }, 'echo d x e'],
  ['echo ${A:-d}', { A: '' }, 'echo d'],
  ['echo ${A-d}', { A: '' }, 'echo'],
  ['A=1; echo $A', {}, 'echo 1'],
  ['export A=1 && echo $A', {}, 'echo 1'],
  ['A=1 B=$A; echo $B', {}, 'echo 1'],
  ['A=$(x); echo ${A:-d}', {}, 'echo ?'],
  ['if x; then A=2; fi; echo $A', { A: '1' }, 'echo ?'],
  ['x || A=2; echo $A', { A: '1' }, 'echo ?'],
  ['(A=2); echo $A', { A: '1' }, 'echo 1'],
  ['for A in x y; do echo $A; done', { A: '1' }, 'echo ?'],
  ['read A; echo $A', { A: '1' }, 'echo ?'],
  ["echo '$A' \\$A", { A: '1' }, 'echo $A $A'],
  ['echo $1 $@', {}, 'echo ? ?'],
  ['echo a-$A-$B', { A: '1' }, 'echo ?'],
  ['echo $A/$A', { A: ' x y ' }, 'echo x y / x y'],
  ['echo "$A"$A', { A: 'x y' }, 'echo x yx y'],
  ['$A echo x', { A: '' }, 'echo x'],
  ["A='x y' set -x && echo $A", {}, 'echo ?'],
]

test.each(VALUES)('%s with %j', (text, known, expected) => {
  expect(
    line(
      read(text, known)
        .filter((one) => one.name === 'echo')
        .at(-1) as Command,
    ),
  ).toBe(expected)
})

test('what is assigned before a special built-in stays, as /bin/sh has it', () => {
  const text = "A='x y' set -x && B=1 cat && echo $A $B"
  const commands = readScript(text, (offset) => offset, new Source('script', text), new Map(), 'posix')
  expect(line(commands.at(-1) as Command)).toBe('echo x y ?')
})

const FLAGS: readonly (readonly [string, string, string])[] = [
  ['apt-get install -qy --no-install-recommends curl', '-q -y --no-install-recommends', 'install curl'],
  ['apt-get -o Acquire::Retries=3 install -t stable curl', '-o=Acquire::Retries=3 -t=stable', 'install curl'],
  ['curl -fsSLko /x https://x', '-f -s -S -L -k -o=/x', 'https://x'],
  ['curl -x http://k -H -k u', '-x=http://k -H=-k', 'u'],
  ['wget -qO- u', '-q -O=-', 'u'],
  ['tool --a=b --c d -- --e -f', '--a=b --c', 'd --e -f'],
  ['tool -q=2', '-q=2', ''],
  ['find . -name -x', '-name -x', '.'],
  ['bash script.sh -c', '', 'script.sh -c'],
  ['sudo -E curl -k', '-E', 'curl -k'],
  ['tool $FLAGS x', '?', '? x'],
  ['tool $URL', '', '?'],
]

test.each(FLAGS)('flags of %s', (text, flags, operands) => {
  const command = read(text)[0] as Command
  const found = Array.from({ length: command.flags.length }, (_, index) =>
    shown(() => `${command.flags[index]?.name}${command.flags[index]?.value ? `=${command.flags[index].value}` : ''}`),
  )
  expect(found.join(' ')).toBe(flags)
  expect(list(command.operands).join(' ')).toBe(operands)
})

const FLOW: readonly (readonly [string, string])[] = [
  ['curl u | sh', 'pipe sh'],
  ['curl u | tee f | sudo sh', 'pipe tee, pipe sudo, pipe sh'],
  ['curl u | { cat; sh; }', 'pipe cat, pipe sh'],
  ['sh -c "$(curl u)"', 'substitution sh'],
  ['bash <(curl u)', 'process-substitution bash'],
  ['eval "$(curl u)"', 'substitution eval'],
  ['curl u > f && sh f', ''],
  ['curl u; a | sh', ''],
  ['curl u > >(sh)', 'process-substitution sh'],
]

test.each(FLOW)('where the output of curl goes in %s', (text, expected) => {
  const command = read(text).find((one) => shown(() => one.name) === 'curl')
  expect(command?.outputs.map((output) => `${output.via} ${shown(() => output.command.name)}`).join(', ')).toBe(expected)
})

const PACKAGES: readonly (readonly [string, string])[] = [
  ['apt-get update', 'apt update'],
  ['apt-get install -y curl=7.1 ./a.deb vim', 'apt install yes curl@7.1 ./a.deb(file) vim'],
  ['apt install -qq curl', 'apt install yes curl'],
  ['apk add --no-cache -t .build gcc~13 make', 'apk install gcc@13 make'],
  ['yum -y install nginx-1.2.3 httpd', 'yum install yes nginx@1.2.3 httpd'],
  ['dnf makecache', 'dnf update'],
  ['dnf update -y', 'dnf upgrade yes'],
  ['zypper -n in curl', 'zypper install yes curl'],
  ['pacman -Sy --noconfirm', 'pacman update yes'],
  ['pip install -r r.txt flask==3 .', 'pip install flask@3 .(file)'],
  ['uv pip install x', 'pip install x'],
  ['python3 -m pip install x>=1', 'pip install x'],
  ['npm install -g @scope/a@1 b', 'npm install @scope/a@1 b'],
  ['yarn', 'yarn install'],
  ['yarn global add x@2', 'yarn install x@2'],
  ['go install x.org/y@v1', 'go install x.org/y@v1'],
  ['gem install rake:13', 'gem install rake@13'],
  ['conda install -y numpy=1.2', 'conda install yes numpy@1.2'],
  ['apt-get install $PACKAGES curl=$VERSION', 'apt install ? curl@$VERSION'],
  ['ls', ''],
]

test.each(PACKAGES)('packages of %s', (text, expected) => {
  const { packages } = read(text).at(-1) as Command
  const names = Array.from({ length: packages.packages.length }, (_, index) =>
    shown(() => {
      const one = packages.packages[index]
      return `${one?.name}${one?.version ? `@${one.version}` : ''}${one?.kind === 'package' ? '' : `(${one?.kind})`}`
    }),
  )
  expect([packages.manager, packages.action, packages.yes ? 'yes' : '', ...names].filter(Boolean).join(' ')).toBe(expected)
})

test('a command stands where it is written, also inside quotes and substitutions', () => {
  const text = 'a &&\n  sh -c "b; \\"c\\" d" &&\n  x $(\n    e)'
  const source = new Source('script', text)
  const places = read(text).map((command) => {
    const place = source.place(originOf(command)?.key ?? { start: 0, end: 0 })
    return `${shown(() => command.name)} ${place.line}:${place.column}`
  })
  expect(places).toEqual(['a 1:1', 'sh 2:3', 'b 2:10', 'c 2:14', 'x 3:3', 'e 4:5'])
})

test('position in lists and pipes, wrappers and surroundings', () => {
  const [a, b, c, d] = read('if true; then x | sudo y || z; fi').slice(1) as [Command, Command, Command, Command]
  expect([a.pipeline.position, a.pipeline.length, a.before]).toEqual([1n, 2n, '|'])
  expect([b.name, c.name, c.wrappers, c.after, c.before]).toEqual(['sudo', 'y', ['sudo'], '|', '||'])
  expect([d.after, d.within]).toEqual(['||', ['if']])
})

test('any text gives commands, never an exception', () => {
  const pieces = fc.constantFrom(
    ...'$ ( ) { } " \' ` \\ | & ; < > # \n if then fi for do done case esac sh -c sudo eval <<A A = $( ${ <( [[ ]] function'.split(' '),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((all) => all.join(' ')),
      ),
      (text) => {
        for (const command of read(text)) {
          line(command)
          for (const input of command.inputs) shown(() => input.command.name)
        }
      },
    ),
    { numRuns: 500 },
  )
})
