import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'
import { memoryTree } from '../../src/source/memory.ts'

const config = (text: string) =>
  loadConfig(memoryTree({ 'web/Dockerfile': 'FROM scratch\n', '.maturity-gate.yaml': text }), {}, { paths: [], exclude: [] })

test('an image is built from a Dockerfile, or a stage of it', async () => {
  const { images } = await config(
    'images: { registry.example.com/web: web/Dockerfile, app: { dockerfile: web/Dockerfile, target: run } }\n',
  )
  expect([...images]).toEqual([
    ['registry.example.com/web', { dockerfile: 'web/Dockerfile' }],
    ['app', { dockerfile: 'web/Dockerfile', target: 'run' }],
  ])
})

test('tags, and files that are not there, are mistakes with a place', async () => {
  const wrong = config('images:\n  web:1.0: web/Dockerfile\n  localhost:5000/web: none/Dockerfile\n')
  await expect(wrong).rejects.toThrow(UserError)
  await expect(wrong).rejects.toThrow(
    /:2:3: images\.web:1\.0: the name of an image.*\n.*:3:3: images\.localhost:5000\/web: there is no file none\/Dockerfile/,
  )
})
