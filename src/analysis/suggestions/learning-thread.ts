import { parentPort } from 'node:worker_threads'
import { learnAndMeasure, type DatedExample } from './learn-and-measure.ts'
import { modelFromBytes, modelToBytes } from './model-bytes.ts'
import type { FromThread, ToThread } from './learn-apart.ts'

/** Runs beside the pages: gathers the examples as they are read, and learns when all are there. */

const examples: DatedExample[] = []

parentPort?.on('message', (message: ToThread) => {
  if (message.do === 'gather') return void examples.push(...message.examples)
  const { earlier } = message
  const learnt = learnAndMeasure(
    examples,
    earlier && { ...earlier, model: modelFromBytes(Buffer.from(earlier.bytes)) },
  )
  const said: FromThread =
    typeof learnt === 'string'
      ? learnt
      : {
          bytes: modelToBytes(learnt.model),
          examples: learnt.examples,
          learntUntil: learnt.learntUntil,
          measure: learnt.measure,
        }
  parentPort?.postMessage(said)
  parentPort?.close()
})
