import { expect, test } from 'vitest'
import { textAt } from '../../src/subjects/values.ts'
import { collected, reading } from './collected.ts'

const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('')
const commandsOf = (text: string) =>
  collected({ Dockerfile: text }, 'command').map(({ variables }) => variables.command as Record<string, unknown>)

test('a variable that takes itself twice, again and again, is not known in the end', () => {
  const text = `FROM alpine\nENV A=abcdefghij\n${lines(200, () => 'ENV A=$A:$A\n')}ENV B=ok\nUSER $A\n`
  const [stage] = collected({ Dockerfile: text }, 'build-stage')
  expect(reading(() => Reflect.get(Object(stage?.variables.stage), 'user'))).toBe('unknown')
  expect(collected({ Dockerfile: `${text}USER $B\n` }, 'build-stage').map(({ variables }) => textAt(variables.stage, 'user'))).toEqual([
    'ok',
  ])
})

test('a substitution that makes a text a thousand times as long is not made', () => {
  const text = `FROM alpine\nENV A=${'a'.repeat(1900)}\nUSER \${A//a/${'b'.repeat(20_000)}}\n`
  const [stage] = collected({ Dockerfile: text }, 'build-stage')
  expect(reading(() => Reflect.get(Object(stage?.variables.stage), 'user'))).toBe('unknown')
})

test('a variable of the shell that takes itself twice, again and again, is not known in the end', () => {
  const commands = commandsOf(`FROM alpine\nRUN A=abcdefghij && ${lines(200, () => 'A=$A$A && ')}curl $A && B=ok && curl $B\n`).filter(
    ({ name }) => name === 'curl',
  )
  expect(commands.map((command) => reading(() => (command.arguments as string[])[0]))).toEqual(['unknown', 'ok'])
})

test('each of thousands of commands in a pipe has the next hundred, and more are not known', () => {
  const commands = commandsOf(`FROM alpine\nRUN ${lines(2000, (at) => `curl x${at} | `)}sh\n`)
  const outputs = commands.map(({ outputs }) => outputs as { command: { name: string } }[])
  expect(outputs.at(-2)?.map(({ command }) => command.name)).toEqual(['sh'])
  expect(reading(() => outputs[0]?.some(({ command }) => command.name === 'sh'))).toBe('unknown')
  expect(outputs[0]).toBe(commands[0]?.outputs)
})

test('folders that are each below the last do not grow longer than a path may be', () => {
  const text = `FROM alpine\n${lines(12_000, (at) => `WORKDIR folder${at}\n`)}`
  const { user } = process.cpuUsage()
  collected({ Dockerfile: text }, 'dockerfile')
  expect((process.cpuUsage().user - user) / 1000).toBeLessThan(3000)
})
