import '../staff.js'
import {
  DirectoryRefused,
  entryHash,
  fingerprintOf,
  isGenuine,
  nextEntry,
  proveMember,
  sameBytes,
  fromBase64url,
  signEntry,
  toBase64url,
  verifyDirectory,
  type Directory,
  type DirectoryEntry,
  type MemberIdentity,
  type MemberKeys,
  type MemberRecord,
  type UnsignedEntry,
} from '../../../src/corruption-reports/sealing/index.ts'
import { part, tellProblem, whileBusy } from './parts/page-of-steps.ts'
import { postJson } from './parts/post-json.ts'
import { giveMyShares, takeMyPlacesBack, type Recovering } from './parts/recover-places.ts'
import { isFingerprintNew } from './parts/seen-fingerprint.ts'
import { tellFailure } from './parts/tell-failure.ts'
import { unlockKeys } from './parts/unlock-keys.ts'

interface Told {
  administration: string
  day: string
  me: MemberIdentity
  entries: readonly DirectoryEntry[]
  waiting: readonly MemberRecord[]
  draft: { entry: UnsignedEntry } | null
}

const page = document.querySelector<HTMLElement>('[data-directory]')
if (page) void begin(page)

async function begin(page: HTMLElement): Promise<void> {
  const { keys: address } = JSON.parse(page.dataset.setting ?? '') as { keys: string }
  try {
    const told = await postJson<Told>(`${address}/datos`, {})
    const directory = verified(told)
    if (directory && isFingerprintNew(told.administration, directory.fingerprint)) {
      tellProblem(page, 'changed')
    }
    showDraft(page, told)
    whenSent(page, '[data-sign]', (form) => sign(form, { address, told, directory }))
    whenSent(page, '[data-change]', (form) => propose(form, { address, told, directory }))
    whenSent(page, '[data-amend]', (form) => amend(form, address, told))
    whenSent(page, '[data-give]', async (form) => {
      const from = await recovering(form, { address, told, directory })
      if (from) await giveMyShares(from, form.dataset.give ?? '')
    })
    whenSent(page, '[data-recover]', async (form) => {
      const from = await recovering(form, { address, told, directory })
      if (from) await takeMyPlacesBack(from)
    })
  } catch (error) {
    tellFailure(page, error)
  }
}

interface Ground {
  address: string
  told: Told
  directory: Directory | null
}

/** Nothing is believed: null only when nothing was founded yet. */
function verified({ entries, administration }: Told): Directory | null {
  return entries.length > 0 ? verifyDirectory(entries, administration) : null
}

/** The browser's own reckoning of what would be printed on posters. */
function showDraft(page: HTMLElement, { draft }: Told): void {
  const place = page.querySelector('[data-fingerprint]')
  if (place && draft) place.textContent = fingerprintOf(entryHash(draft.entry))
}

async function sign(form: HTMLFormElement, { address, told, directory }: Ground): Promise<void> {
  const entry = told.draft?.entry
  if (!entry) return
  follows(entry, told, directory)
  const keys = await unlockKeys(address, wordsIn(form), directory ? 'inUse' : 'waiting')
  const { signature } = signEntry(entry, told.me.id, keys)
  await postJson(`${address}/firma`, { hash: toBase64url(entryHash(entry)), signature })
}

/** The same keys prove what is said of their owner today. */
async function amend(form: HTMLFormElement, address: string, told: Told): Promise<void> {
  const keys = await unlockKeys(address, wordsIn(form))
  const record = proveMember(told.administration, told.me, keys)
  await postJson(`${address}/ficha`, { record })
}

async function propose(form: HTMLFormElement, { address, told, directory }: Ground): Promise<void> {
  if (!directory) return
  const data = new FormData(form)
  const admit = data.getAll('admit').map(String)
  const admitted = told.waiting.filter(({ id }) => admit.includes(id))
  const present = directory.members.map(({ id }) => id)
  const leaving = [...data.getAll('retire').map(String), ...admit]
  const retired = present.filter((id) => leaving.includes(id))
  if (admitted.length + retired.length === 0) return
  const entry = nextEntry(directory, { day: told.day, admitted, retired })
  follows(entry, told, directory)
  const keys: MemberKeys = await unlockKeys(address, wordsIn(form))
  const { signature } = signEntry(entry, told.me.id, keys)
  await postJson(`${address}/cambios`, {
    admit: admitted.map(({ id }) => id),
    retire: retired,
    signature,
  })
}

async function recovering(
  form: HTMLFormElement,
  { address, told, directory }: Ground,
): Promise<Recovering | null> {
  const keys = await unlockKeys(address, wordsIn(form))
  return directory && { address, keys, directory, me: told.me.id }
}

/** What we are asked to sign comes after what we know, and admits nobody without their own proof. */
function follows(entry: UnsignedEntry, told: Told, directory: Directory | null): void {
  const previous = entry.previous === '' ? new Uint8Array() : fromBase64url(entry.previous)
  const isNext = sameBytes(previous, directory?.hash ?? new Uint8Array())
  if (!isNext || entry.administration !== told.administration) {
    throw new DirectoryRefused('order', entry.seq)
  }
  if (!entry.admitted.every((record) => isGenuine(record, told.administration))) {
    throw new DirectoryRefused('member', entry.seq)
  }
}

function whenSent(
  page: HTMLElement,
  selector: string,
  work: (form: HTMLFormElement) => Promise<void>,
): void {
  for (const form of page.querySelectorAll<HTMLFormElement>(selector)) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      tellProblem(page, null)
      whileBusy(page, () => work(form))
        .then(() => location.reload())
        .catch((error: unknown) => tellFailure(page, error))
    })
    // before somebody listens, the words would leave the page
    form.hidden = false
  }
}

function wordsIn(form: HTMLFormElement): string {
  return part<HTMLInputElement>(form, 'input[id$="_words"]').value
}
