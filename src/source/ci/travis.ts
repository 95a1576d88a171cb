import type { CiContext } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { contextOf, documentsIn, joined, pipelineFiles, type Reader, scriptLines, used } from './pipeline.ts'

/** In the order of a job; what comes after the script does not decide the build. */
const PHASES = ['before_install', 'install', 'before_script', 'script']
const AFTERWARDS = ['after_success', 'after_failure', 'after_script', 'before_deploy', 'after_deploy']

export function readTravis(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /^\.travis\.ya?ml$/)) {
    for (const document of documentsIn(source)) {
      const context = contextOf('travis', source.path, 'build', ['push'])
      phases(document, context, reader)
      const jobs = member(document, 'jobs') ?? member(document, 'matrix')
      for (const [index, job] of items(jobs, 'include').entries())
        phases(job, { ...context, job: text(job, 'name') ?? text(job, 'stage') ?? `job ${index + 1}` }, reader)
    }
  }
}

function phases(holder: unknown, context: CiContext, reader: Reader): void {
  if (!mapping(holder)) return
  const script = joined(PHASES.flatMap((phase) => scriptLines(holder, phase)))
  if (script) reader.script(script, context, {})
  for (const phase of AFTERWARDS) {
    const later = joined(scriptLines(holder, phase))
    if (later) reader.script(later, { ...context, blocking: false }, {})
  }
  for (const target of listOf(member(holder, 'deploy'))) {
    const provider = text(target, 'provider')
    if (provider !== undefined) reader.step(used(context, { uses: provider, with: texts(target) }), placeOf(target, 'provider'))
    const deploy = joined(scriptLines(target, 'script'))
    if (deploy) reader.script(deploy, context, {})
  }
}
