import { DirectoryRefused } from '../../../../src/corruption-reports/sealing/index.ts'
import { type Keyring, type Locked, unlock } from './keyring.ts'
import { byId } from './page.ts'
import { say } from './setup.ts'

/** The form of a room's six words: shown once the script listens, so that they never go out with it. */
export function listenToUnlock<Asked extends Locked>(
  ask: () => Promise<Asked>,
  enter: (keys: Keyring, asked: Asked) => Promise<void> | void,
): void {
  const form = byId<HTMLFormElement>('room-unlock-form')
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void tryWords(ask, enter)
  })
}

async function tryWords<Asked extends Locked>(
  ask: () => Promise<Asked>,
  enter: (keys: Keyring, asked: Asked) => Promise<void> | void,
): Promise<void> {
  const field = byId<HTMLInputElement>('passphrase')
  const problem = byId('room-unlock-problem')
  const said = byId('room-said')
  problem.textContent = ''
  said.textContent = say('opening')
  try {
    const asked = await ask()
    const keys = await unlock(field.value, asked)
    problem.textContent = keys ? '' : say(asked.keys.length > 0 ? 'wrong_words' : 'no_keys')
    if (keys) await enter(keys, asked)
  } catch (error) {
    problem.textContent = say(error instanceof DirectoryRefused ? 'alarm.directory' : 'failed')
  }
  field.value = ''
  said.textContent = ''
}
