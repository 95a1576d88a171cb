import { expect, test } from 'vitest'
import { Source } from '../../../src/model/position.ts'
import { parseDockerfile } from '../../../src/source/dockerfile/parse.ts'
import { type Comment, dockerfileComments, yamlComments } from '../../../src/source/waivers/comments.ts'

function told(comments: readonly Comment[]): string[] {
  return comments.map(({ lines, text, atTop }) => `${lines.join('→')}${atTop ? ' top' : ''} ${text}`)
}

const yaml = (text: string) => told(yamlComments(new Source('a.yaml', text), /x/))
const dockerfile = (text: string) => told(dockerfileComments(parseDockerfile(new Source('Dockerfile', text)), /x/))

test('a YAML comment stands for its line, and alone for the next one with content', () => {
  expect(yaml('# x1\n\n#   ## x2\na: 1 # x3\nb: # x4\n  # x5\n  c: 1\n# x6\n')).toEqual([
    '1→4 top x1',
    '3→4 top ## x2',
    '4 x3',
    '5 x4',
    '6→7 x5',
    '8 x6',
  ])
})

test('above the first document it speaks of the document, above a later one of nothing in it', () => {
  expect(yaml('# x1\n---\n# x2\na: 1\n# x3\n---\nb: 1\n')).toEqual(['1→4 top x1', '3→4 top x2', '5→6 x3'])
})

test.each([
  ['a quoted text', 'a: "# x"\nb: \'# x\'\n'],
  ['a block', 'run: |\n  # x\n  echo\n'],
  ['a folded block', 'run: >-\n  a\n  # x\n'],
  ['a plain text', 'a: b#x\nc: d\n'],
  ['a text of several lines', 'a: "one\n  # x\n  two"\n'],
])('%s holds none', (_, text) => {
  expect(yaml(text)).toEqual([])
})

test('line ends, flows, block headers and templates are read', () => {
  expect(yaml('a: 1 # x1\r\n# x2\r\nb: [1, # x3\r\n 2]\r\n')).toEqual(['1 x1', '2→3 x2', '3 x3'])
  expect(yaml('run: | # x1\n  # no\n')).toEqual(['1 x1'])
  expect(yaml('{{- if .a }}\n# x1\nkind: {{ .b }} # x2\n{{- end }}\n{{/* # x3 */}}\n')).toEqual(['2→3 x1', '3 x2'])
})

test("a Dockerfile's comments are whole lines, also inside an instruction and in the shell of a here-document", () => {
  const text = `# syntax=x1
# x2
FROM a
RUN a && \\
  # x3
  b # not alone
RUN <<EOF
# x4
c
EOF
COPY <<EOF /a
# not x
EOF
  # x5

USER 1
`
  expect(dockerfile(text)).toEqual(['1→3 top syntax=x1', '2→3 top x2', '5→6 x3', '8→9 x4', '14→16 x5'])
})

test('a file that has none of interest is not read', () => {
  expect(yamlComments(new Source('a.yaml', '# a\n'), /x/)).toEqual([])
})
