export const shortestPassword = 12
export const longestPassword = 200

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'about_you'

/** What everybody tries first, once digits and signs around it are taken off. */
const commonWords = new Set(
  `password passwords passwordpassword contrasena contrasenas micontrasena contrasenasegura clave
  claves miclave claveclave acceso secreto secret admin administrador administrator adminadmin
  usuario usuarios user welcome bienvenido bienvenida bienvenidos bienvenidas hola holamundo
  holahola teamo tequiero tequieromucho iloveyou iloveyouforever letmein letmeinplease changeme
  cambiame cambiar cambialo cambiarclave temporal provisional default prueba pruebas test testing
  qwerty qwertyuiop qwertyqwerty qwertyuiopasdfghjkl asdf asdfgh asdfghjkl asdfasdf zxcvbnm
  qazwsx qazwsxedc qweasdzxc qwer abc abcd abcdef abcdefg abcdefgh abcdefghijkl abcabc aaaa
  libroabierto librodereclamaciones libro reclamaciones reclamos quejas quejasysugerencias
  municipalidad municipio ayuntamiento gobierno ministerio alcaldia presidencia oficina
  superman batman pokemon princesa princess sunshine football futbol dragon monkey master
  mexico guanajuato peru lima colombia bogota argentina chile ecuador bolivia
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  primavera verano otono invierno monday summer winter correcthorsebatterystaple`.split(/\s+/),
)

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]

/** Length is what counts; nothing is asked about signs and capitals. Null: good enough. */
export function passwordFault(
  password: string,
  about: { email: string; name: string },
): PasswordFault | null {
  const length = [...password].length
  if (length < shortestPassword) return 'too_short'
  if (length > longestPassword) return 'too_long'
  const plain = plainly(password)
  if (isCommon(plain)) return 'too_common'
  return isAbout(plain, about) ? 'about_you' : null
}

function plainly(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true
  const compact = plain.replace(/[^a-z0-9]/g, '')
  if (compact === '') return false
  const doubled = [...runs, ...runs.map((run) => [...run].reverse().join(''))].map(
    (run) => run + run,
  )
  if (doubled.some((run) => run.includes(compact))) return true
  return isCommonWord(compact) || isCommonWord(withoutDisguise(compact))
}

function isCommonWord(compact: string): boolean {
  const word = compact.replace(/^\d+|\d+$/g, '')
  if (commonWords.has(word)) return true
  const half = word.slice(0, word.length / 2)
  return half.length > 0 && half + half === word && commonWords.has(half)
}

/** p4ssw0rd */
function withoutDisguise(compact: string): string {
  const disguises: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }
  const [, start = ''] = /^(.*?)\d*$/.exec(compact) ?? []
  return start.replace(/[013457]/g, (digit) => disguises[digit] ?? digit)
}

/** Little more than one's own name or address. */
function isAbout(plain: string, { email, name }: { email: string; name: string }): boolean {
  const parts = [email, ...email.split(/[@._+-]/), ...name.split(/\s+/), name.replace(/\s+/g, '')]
  const left = parts
    .map(plainly)
    .filter((part) => part.length >= 3)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, part) => rest.replaceAll(part, ''), plain)
  return left.length < plain.length && left.replace(/[^a-z]/g, '').length < 4
}
