import type { Sources } from '../../model/sources.ts'
import { parseImage } from '../../source/image-reference.ts'
import { type Build, collector } from './build.ts'
import { composeBuilds, skaffoldBuilds } from './from-documents.ts'
import { pipelineBuilds } from './from-pipelines.ts'

const known = new WeakMap<Sources, Names>()

/** Whether a name without registry and folder is that of an image that is built in this repository, by something other than `file` itself. */
export function isBuiltHere(reference: string, file: string, sources: Sources): boolean {
  const name = NAME.exec(reference)?.[1]
  if (name === undefined || OFFICIAL.has(name)) return false
  const names = known.get(sources) ?? new Names(sources)
  known.set(sources, names)
  return names.has(name, file)
}

class Names {
  readonly #sources: Sources
  #stages: ReadonlyMap<string, ReadonlySet<string>> | undefined
  #tags: ReadonlySet<string> | undefined

  constructor(sources: Sources) {
    this.#sources = sources
  }

  has(name: string, file: string): boolean {
    this.#stages ??= stageNames(this.#sources)
    const files = this.#stages.get(name)
    if (files && files.size > (files.has(file) ? 1 : 0)) return true
    this.#tags ??= tags(this.#sources)
    return this.#tags.has(name)
  }
}

/** By name, the Dockerfiles with a stage of it. */
function stageNames({ dockerfiles }: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const { stages, source } of dockerfiles) {
    for (const { name } of stages) {
      const files = names.get(name)
      if (files) files.add(source.path)
      else names.set(name, new Set([source.path]))
    }
  }
  return names
}

const MOST_SCRIPTS = 500
const SCRIPT = /(?:^|\/)(?:GNUmakefile|[Mm]akefile)$|\.(?:mk|sh|bash)$/
// `docker build`, `$(DOCKER) buildx build`; the words up to the end of the command, over continued lines.
const BUILD =
  /(?:\b(?:docker|podman|nerdctl|buildah)|\$[({]?(?:DOCKER|CONTAINER|PODMAN)\w{0,40}[)}]?)[ \t]+(?:buildx[ \t]+|image[ \t]+)?(?:build|bud)[ \t]((?:[^\n\\]|\\\n|\\.){1,2000})/g
const TAG = /(?:^|[ \t])(?:-t|--tag)(?:[ \t]+|=)["']?([\w.:/$(){}-]{1,200})/g
const ASSIGNMENT = /^[ \t]*(?:export[ \t]{1,8})?([A-Za-z_]\w{0,60})[ \t]{0,8}[:?]?=[ \t]{0,8}["']?([\w.-]{1,128})["']?[ \t]*$/gm
const NAME = /^([a-z0-9][\w.-]{0,127})(?::[\w.-]{0,128})?$/

/** What something that builds calls the image, without a registry. */
function tags(sources: Sources): ReadonlySet<string> {
  const names = new Set<string>()
  const builds: Build[] = []
  const add = collector(sources, builds)
  skaffoldBuilds(sources.documents, add)
  pipelineBuilds(sources, add)
  composeBuilds(sources, add)
  for (const { name } of builds) if (name.startsWith(LIBRARY)) names.add(name.slice(LIBRARY.length))
  for (const path of sources.files.filter((file) => SCRIPT.test(file)).slice(0, MOST_SCRIPTS)) {
    const text = sources.sourceOf(path)?.text ?? ''
    for (const name of namesIn(text)) names.add(name)
  }
  return names
}

// A variable that the file itself does not set is empty for whoever does not say otherwise.
function namesIn(text: string): string[] {
  const words = [...text.matchAll(BUILD)].flatMap(([, build = '']) => [...build.matchAll(TAG)].map(([, tag = '']) => tag))
  if (words.length === 0) return []
  const variables = new Map([...text.matchAll(ASSIGNMENT)].map(([, name = '', value = '']) => [name, value]))
  return words.flatMap((word) => {
    const tag = word.replace(/\$[({]?(\w{1,60})[)}]?/g, (_, name: string) => variables.get(name) ?? '')
    return NAME.exec(tag)?.[1] ?? []
  })
}

const LIBRARY = parseImage('x').name.slice(0, -1)

/** Docker's official images: nobody builds one under such a name, and a stage that is called so is mostly built from it. */
const OFFICIAL: ReadonlySet<string> = new Set(
  (
    'adminer almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux bash buildpack-deps busybox caddy cassandra centos clojure ' +
    'composer consul couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir emqx erlang ' +
    'fedora flink fluentd gcc ghost golang gradle groovy haproxy haskell haxe hello-world httpd ibm-semeru-runtimes ibmjava influxdb irssi ' +
    'jenkins jetty joomla jruby julia kapacitor kibana kong liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express mono ' +
    'mysql nats nats-streaming neo4j nextcloud nginx node odoo open-liberty openjdk oraclelinux orientdb percona perl php phpmyadmin photon postgres pypy python ' +
    'r-base rabbitmq redis redmine registry rethinkdb rocket.chat rockylinux ruby rust sapmachine scratch solr sonarqube spark storm swift telegraf ' +
    'tomcat tomee traefik ubuntu unit varnish vault websphere-liberty wordpress zookeeper'
  ).split(' '),
)
