import { splitWords } from './text-matching.ts'

export interface NameParts {
  given: readonly string[]
  surnames: readonly string[]
}

const TITLES = new Set(
  (
    'sr sra srta senor senora senorita don dona lic licenciado licenciada ing ingeniero ingeniera dr dra ' +
    'doctor doctora mtro mtra maestro maestra arq arquitecto arquitecta prof profesor profesora abg ' +
    'abogado abogada cp econ mg mag mgtr phd mr mrs ms miss'
  ).split(' '),
)
const PARTICLES = new Set('de del la las los y e da do dos van von di'.split(' '))

/** Second given names with which "Juan Carlos Pérez" is told from "Juan Pérez López". */
const COMMON_GIVEN_NAMES = new Set(
  (
    'jose juan luis carlos jorge manuel antonio miguel angel pedro pablo javier alberto alejandro ' +
    'fernando francisco ricardo roberto eduardo enrique ernesto daniel david andres rafael raul ramon ' +
    'victor hugo sergio guillermo gustavo hector ivan jesus joaquin julio cesar mario martin oscar rene ' +
    'ruben salvador santiago tomas vicente armando arturo alfredo augusto felipe gabriel gerardo ignacio ' +
    'maria ana rosa elena isabel carmen teresa patricia guadalupe luisa luz lucia laura julia juana ' +
    'gabriela fernanda elizabeth cristina claudia beatriz alicia alejandra adriana andrea angela daniela ' +
    'diana esther eva gloria graciela ines irma josefina karla leticia liliana lourdes magdalena ' +
    'margarita mercedes monica norma paola paula pilar raquel rocio ruth sandra silvia sofia sonia ' +
    'susana veronica victoria virginia yolanda mariana carolina eugenia'
  ).split(' '),
)

export function isTitle(folded: string): boolean {
  return TITLES.has(folded)
}

/**
 * Given names and surnames of a directory's "María Elena Quispe Huamán" or "Quispe Huamán, María":
 * two surnames unless the name is short.
 */
export function partsOfName(name: string): NameParts {
  const [before = '', after] = name.split(',')
  if (after !== undefined && nameWords(after).length > 0)
    return { given: nameWords(after), surnames: nameWords(before) }
  const words = nameWords(before)
  const givenCount = countGivenNames(words)
  return { given: words.slice(0, givenCount), surnames: words.slice(givenCount) }
}

function nameWords(text: string): string[] {
  return splitWords(text)
    .map((word) => word.folded)
    .filter((word) => word.length > 1 && !isTitle(word) && !PARTICLES.has(word))
}

function countGivenNames(words: readonly string[]): number {
  if (words.length <= 1) return 0
  if (words.length === 2) return 1
  if (words.length === 3) return COMMON_GIVEN_NAMES.has(words[1] ?? '') ? 2 : 1
  return words.length - 2
}
