import type { CiCommand } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'
import { composeServices } from '../../source/compose/compose.ts'
import { items, member, text } from '../../source/values.ts'

/** Whether images are built here by what needs no Dockerfile, or by one that is not among the files. */
export function buildsWithoutDockerfile(sources: Sources): boolean {
  return (
    sources.documents.some(
      ({ kind, value, source }) =>
        kind === 'config' &&
        text(value, 'apiVersion')?.startsWith('skaffold/') === true &&
        items(value, 'build', 'artifacts').length > 0 &&
        sources.isSubject(source.path),
    ) ||
    composeServices(sources).some(({ file, service }) => member(service, 'build') !== undefined && sources.isSubject(file)) ||
    readCi(sources).steps.some(({ uses }) => /^(?:docker|depot)\/bake-action$/.test(uses)) ||
    readCi(sources).commands.some(isBuild)
  )
}

const BUILDERS: Readonly<Record<string, RegExp>> = {
  ko: /^(?:build|publish|resolve|apply|create)$/,
  pack: /^build$/,
  docker: /^bake$/,
  depot: /^bake$/,
  apko: /^(?:build|publish)$/,
  mvn: /(?:^|:)(?:jib|jib-maven-plugin):build$|spring-boot:build-image$/,
  mvnw: /(?:^|:)(?:jib|jib-maven-plugin):build$|spring-boot:build-image$/,
  gradle: /(?:^|:)(?:jib|bootBuildImage)$/,
  gradlew: /(?:^|:)(?:jib|bootBuildImage)$/,
}

function isBuild({ name, operands }: CiCommand): boolean {
  const builder = Object.hasOwn(BUILDERS, name) ? BUILDERS[name] : undefined
  return builder !== undefined && operands.some((word) => builder.test(word))
}
