import type { NumberCheck } from './personal-pack.ts'

/** Whether a number's check digit is the one that the rest of it asks for. */
export function passesCheck(written: string, check: NumberCheck): boolean {
  const number = written.toUpperCase().replace(/[\s-]/g, '')
  if (check.by === 'luhn') return passesLuhn(number)
  if (check.by === 'iban') return passesIban(number)
  return passesWeighted(number, check)
}

function passesWeighted(number: string, check: Extract<NumberCheck, { by: 'weighted' }>): boolean {
  const { alphabet, weights, modulus, marks, complement, digits } = check
  const products = weights.map((weight, place) => {
    const product = alphabet.indexOf(number[place] ?? '') * weight
    return digits ? product % 10 : product
  })
  if (products.some((product) => product < 0)) return false
  const remainder = products.reduce((sum, product) => sum + product, 0) % modulus
  const looked = complement ? (modulus - remainder) % modulus : remainder
  return number.length === weights.length + 1 && number.at(-1) === marks[looked]
}

/** From the right every second figure counts double. */
function passesLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, figure, place) => {
    const value = Number(figure) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 && /[1-9]/.test(number)
}

/** The first four at the end, letters as figures from ten on. */
function passesIban(number: string): boolean {
  const turned = number.slice(4) + number.slice(0, 4)
  const figures = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return [...figures].reduce((rest, figure) => (rest * 10 + Number(figure)) % 97, 0) === 1
}
