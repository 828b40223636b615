import { showDoor } from './corruption-door.ts'
import { HELP_ADDRESS } from './danger-help.ts'
import { suggestsCorruption } from './motive-choice.ts'
import type { Detour } from './question.ts'
import { signalsIn } from './signals.ts'
import { stepUrl } from './steps.ts'
import type { Visit } from './visit.ts'

/** Where the words lead: to the door for corruption before they are kept, to help once they are. */
export const fromStory: Detour = {
  before(visit, typed, request, response) {
    if (visit.answers.goesOnHere || !tellsOfCorruption(visit)) return false
    showDoor(request, response, visit, typed)
    return true
  },
  after(visit) {
    const signals = signalsOf(visit)
    const isUrgent = signals.has('danger') || signals.has('violence')
    return isUrgent ? stepUrl(visit, HELP_ADDRESS) : null
  },
}

function tellsOfCorruption(visit: Visit): boolean {
  return signalsOf(visit).has('corruption') || suggestsCorruption(visit)
}

function signalsOf(visit: Visit) {
  return signalsIn(visit, visit.answers.description ?? '')
}
