import { expect, test } from 'vitest'
import { Source } from '../../../src/model/position.ts'
import { readScript } from '../../../src/source/shell/commands.ts'

/** `manager action packages`, with `!` where every question is answered with yes. */
function packages(line: string): string {
  return readScript(line, (offset) => offset, new Source('Dockerfile', line))
    .filter((command) => command.packages.manager !== '')
    .map(({ packages: { manager, action, yes, packages } }) => {
      const named = packages.map(
        (one) => `${one.name}${one.version === '' ? '' : `@${one.version}`}${one.kind === 'package' ? '' : ` (${one.kind})`}`,
      )
      return [manager, `${action}${yes ? '!' : ''}`, ...named].join(' ')
    })
    .join('; ')
}

test.each([
  ['apt-get update && apt-get install -yq --no-install-recommends curl=7.88 vim', 'apt update; apt install! curl@7.88 vim'],
  ['apt-get -qq install ./a.deb x/bookworm', 'apt install! ./a.deb (file) x@bookworm'],
  ['apt-get dist-clean', 'apt clean'],
  ['apk add --no-cache -t .deps a=1 b~2', 'apk install a@1 b@2'],
  ['yum -y install a-1.2 b https://example.com/c.rpm', 'yum install! a@1.2 b https://example.com/c.rpm (url)'],
  ['yum update; yum makecache; yum clean all', 'yum upgrade; yum update; yum clean'],
  ['dnf5 -y install a && microdnf install b && tdnf clean all', 'dnf install! a; microdnf install b; tdnf clean'],
  ['dnf in a && dnf -y up && dnf mc && dnf rm a', 'dnf install a; dnf upgrade!; dnf update; dnf remove'],
  ['zypper -n in a=1 && zypper ref && zypper cc', 'zypper install! a@1; zypper update; zypper clean'],
  ['pip3.11 install "a==1" -r b.txt . git+https://example.com/c', 'pip install a@1 . (file) git+https://example.com/c (url)'],
  ['python3 -m pip install --global-option x --config-settings y=z a', 'pip install a'],
  ['uv pip install a && uv tool install b==1 && uv sync', 'pip install a; uv install b@1; uv install'],
  ['pipx install a==1', 'pipx install a@1'],
  ['npm i -g @a/b@1 c && npm cit', 'npm install @a/b@1 c; npm install'],
  ['npm install a/b#v1 git+ssh://git@example.com:a/b.git', 'npm install a/b@#v1 git+ssh://git@example.com:a/b.git (url)'],
  ['yarn && yarn global add a@1 && yarn cache clean', 'yarn install; yarn install a@1; yarn clean'],
  ['pnpm add a@1 && pnpm store prune', 'pnpm install a@1; pnpm clean'],
  ['gem install a:1 b -- --with-c=d', 'gem install a@1 b'],
  ['go install -tags x example.com/a@v1', 'go install example.com/a@v1'],
  ['cargo install --locked a@1', 'cargo install a@1'],
  ['micromamba install -y -n base a=1 && conda clean -afy', 'conda install! a@1; conda clean!'],
  ['sudo -E env A=1 apt-get install -y a', 'apt install! a'],
  ['echo apt-get install a', ''],
])('%s', (line, expected) => {
  expect(packages(line)).toBe(expected)
})

test.each([
  ['apk add a', ['/var/cache/apk', '/var/cache/apk/*', '/var/cache', '/etc/apk/cache'], ['/var', '/var/cache/apt', '/cache/apk/x']],
  ['pip install a', ['/root/.cache/pip', '/home/app/.cache', '/opt/pip-cache'], ['/root/.cache2', '/tmp']],
  ['dnf install a', ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum/'], ['/var/cache/apt']],
  ['go get a', ['/go/pkg/mod', '/root/.cache/go-build'], ['/go']],
])('the cache of %s', (line, inside, outside) => {
  const [command] = readScript(line, (offset) => offset, new Source('Dockerfile', line))
  const cache = new RegExp(command?.packages.cache ?? '')
  expect([inside.filter((path) => !cache.test(path)), outside.filter((path) => cache.test(path))]).toEqual([[], []])
})
