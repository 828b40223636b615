import { createHmac, timingSafeEqual } from 'node:crypto'

/** Crockford's letters: none that is taken for another when it is read from a wall. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const SIGNATURE_LETTERS = 8
const LONGEST = 16

/** Which link of which administration an address stands for. */
export interface LinkNumber {
  administrationId: string
  number: number
}

/** `2-k7xm-2pq9`: the link's number and forty bits of its signature. */
export function writeCode(key: Buffer, link: LinkNumber): string {
  const signature = signatureOf(key, link)
  return [spell(link.number), signature.slice(0, 4), signature.slice(4)].join('-')
}

/** The number that the code was made for; null when it is not one of ours. Forgives how people type. */
export function readCode(key: Buffer, administrationId: string, code: string): number | null {
  const letters = code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1')
  if (letters.length <= SIGNATURE_LETTERS || letters.length > LONGEST) return null
  const number = unspell(letters.slice(0, -SIGNATURE_LETTERS))
  if (number === null) return null
  const wanted = Buffer.from(signatureOf(key, { administrationId, number }))
  const given = Buffer.from(letters.slice(-SIGNATURE_LETTERS))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? number : null
}

function signatureOf(key: Buffer, { administrationId, number }: LinkNumber): string {
  const digest = createHmac('sha256', key).update(`${administrationId}/${number}`).digest()
  const bits = [...digest.subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[parseInt(five, 2)]).join('')
}

function spell(number: number): string {
  const rest = Math.floor(number / LETTERS.length)
  return (rest > 0 ? spell(rest) : '') + (LETTERS[number % LETTERS.length] ?? '')
}

/** Null also when it is not spelled as we do, so that a link has one code only. */
function unspell(letters: string): number | null {
  let number = 0
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    number = number * LETTERS.length + value
  }
  return number <= MOST && spell(number) === letters ? number : null
}

const MOST = 2 ** 31 - 1
