import {
  fromBase64url,
  memberKeysOf,
  readPassphrase,
  Refused as NotOpened,
  type MemberKeys,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { postJson } from './post-json.ts'

/** What is wrong with the words, as a code that the page has a text for. */
export class WordsRefused extends Error {
  readonly code: 'count' | 'word' | 'wrong_passphrase' | 'no_keys'
  readonly word: string

  constructor(code: WordsRefused['code'], word = '') {
    super(code)
    this.code = code
    this.word = word
  }
}

interface Seeds {
  member: string
  inUse: string | null
  waiting: string | null
}

/** The member's own keys, from the seed that the server keeps locked and the words that were typed. */
export async function unlockKeys(
  keysAddress: string,
  typed: string,
  which: 'inUse' | 'waiting' = 'inUse',
): Promise<MemberKeys> {
  const passphrase = await readWords(typed)
  const seeds = await postJson<Seeds>(`${keysAddress}/semilla`, {})
  const blob = seeds[which]
  if (blob === null) throw new WordsRefused('no_keys')
  const { unlockSeed } = await import('../../../../src/corruption-reports/sealing/seed-lock.ts')
  try {
    const seed = await unlockSeed({
      blob: fromBase64url(blob),
      passphrase,
      memberId: seeds.member,
    })
    return memberKeysOf(seed)
  } catch (error) {
    if (!(error instanceof NotOpened) || error.reason !== 'wrong_passphrase') throw error
    throw new WordsRefused('wrong_passphrase')
  }
}

/** Words of either language; accents, capitals and endings are forgiven. */
export async function readWords(typed: string): Promise<string> {
  const [{ spanishWords }, { englishWords }] = await Promise.all([
    import('../../../../src/corruption-reports/sealing/spanish-words.ts'),
    import('../../../../src/corruption-reports/sealing/english-words.ts'),
  ])
  const read = readPassphrase(typed, [spanishWords, englishWords])
  if ('passphrase' in read) return read.passphrase
  throw read.problem === 'word' ? new WordsRefused('word', read.word) : new WordsRefused('count')
}
