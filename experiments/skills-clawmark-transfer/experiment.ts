import { clawTasks } from '@lawbook/claw-tasks'
import { defineExperiment } from '@lawbook/experiment'
import { skillLibrary } from '@lawbook/skill-library'
import { admitted, skillRequests } from '@lawbook/skill-requests'
import { observeTransfer, runTransfer, transferChoices } from '@lawbook/transfer'
import { wordVectors } from '@lawbook/word-vectors'
import { counting } from './counting.ts'

/** Claims H12 and H13 on tasks in ClawMark's layout: what an edited library, a gate and a closure check change. Rules: README.md. */
export default defineExperiment({
  id: 'skills-clawmark-transfer',
  title: 'Multi-stage tasks before and after a library was edited by law',
  data: {
    library: skillLibrary,
    requests: { id: skillRequests.id, load: async () => admitted(await skillRequests.load()) },
    bench: { id: clawTasks.id, load: async () => (await clawTasks.load()).clawmark() },
    wordVectors,
  },
  choices: transferChoices,
  quick: { routers: ['bm25', 'naive-bayes'], replicates: 3 },
  observe: observeTransfer,
  run: async (context) => runTransfer(context, counting),
})
