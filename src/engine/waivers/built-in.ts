import { type Judgement, NODE_AGENT, ROLE_OF_THE_CLUSTER, type Waiver } from '../../model/finding.ts'
import type { Model } from '../../model/rule.ts'
import type { Subject } from '../../model/subject.ts'
import { ClusterRoles } from './cluster-roles.ts'
import { NodeAgents } from './node-agents.ts'

interface BuiltIn {
  /** What a rule lists in `waivedFor`. */
  readonly name: string
  readonly waiver: Waiver
  readonly subjects: { covers(subject: Subject): boolean }
}

/** What the model itself waives. Anybody can take such a name, so it is listed with its reason, never silent, and a lock forbids it. */
export class BuiltInWaivers {
  readonly #all: readonly BuiltIn[]
  readonly #unwaivable: readonly string[]

  constructor({ nodeAgents, clusterRoles }: Pick<Model, 'nodeAgents' | 'clusterRoles'>, unwaivable: readonly string[]) {
    this.#unwaivable = unwaivable
    this.#all = [
      {
        name: 'node-agent',
        waiver: waiver(NODE_AGENT, 'a DaemonSet of a known node agent needs the node it watches or serves'),
        subjects: new NodeAgents(nodeAgents),
      },
      {
        name: 'cluster-role',
        waiver: waiver(ROLE_OF_THE_CLUSTER, 'its name or label is one that the cluster keeps for roles and bindings of its own'),
        subjects: new ClusterRoles(clusterRoles),
      },
    ]
  }

  waive(judgement: Judgement): Judgement {
    const { id, waivedFor } = judgement.rule.rule
    if (judgement.answer !== 'fail' || waivedFor.length === 0 || this.#unwaivable.includes(id)) return judgement
    const found = this.#all.find(({ name, subjects }) => waivedFor.includes(name) && subjects.covers(judgement.subject))
    if (!found) return judgement
    const offences = judgement.offences.map((offence) => ({ ...offence, waived: offence.waived ?? found.waiver }))
    return { ...judgement, answer: 'waived', offences }
  }
}

function waiver(by: string, reason: string): Waiver {
  return { by, reason, owner: '', expires: null }
}
