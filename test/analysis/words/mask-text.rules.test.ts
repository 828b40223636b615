import { describe, expect, it } from '@jest/globals'
import { maskMore, moveSpan, unmask } from '../../../src/analysis/words/correct-mask.ts'
import { maskText } from '../../../src/analysis/words/mask-text.ts'
import { readWordPack } from '../../../src/analysis/words/word-pack.ts'
import { personalFinders } from '../../../src/personal-data/finders.ts'
import { readPersonalWords } from '../../../src/personal-data/personal-pack.ts'

const { labels } = await readWordPack('es')
const documentPatterns = [
  '^[0-9]{8}$',
  '^[0-9A-Z]{5,20}$',
  '^[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[0-9A-Z][0-9]$',
]
const finders = personalFinders(await readPersonalWords('es'), { documentPatterns, numbers: [] })
const rules = { labels, finders }

/** What is personal stands in braces. Nothing here was taken from anybody. */
const TOLD = [
  'Me llamo {Hilario Cárdenas} y esperé tres horas.',
  'me llamo {juan pérez lópez} y no me atendieron',
  'MI NOMBRE ES {MARÍA QUISPE} Y NADIE ME ATENDIÓ EN LA VENTANILLA',
  'La Lic. {Karina Treviño} me dijo que volviera.',
  'el sr. {Domínguez} gritó delante de todos',
  'La señorita {Ochoa de la Cruz} cerró la ventanilla.',
  'Hablé con el ingeniero {Leandro} sobre el bache.',
  'Soy {Rebeca Zavala}, vecina del barrio.',
  'Me atendió {Jorge Luis Mamani Condori} muy amable.',
  'Fui con {Maribel} de ventanilla 3.',
  'atendió la señora juana {perez}',
  'Mi DNI es {45871236} y no aparece.',
  'curp {GOMC850412HGTMRR05} mal escrita',
  'Pasaporte: {G12345678}',
  'Llámenme al {55 5555 1234} por favor',
  'mi celular {+51 987 654 321}',
  'Tel. {(477) 123-4567}',
  'Escriban a {ana.robles+libro@correo.example}.',
  'En Twitter soy {@vecina_centro}',
  'Vivo en {calle Benito Juárez 123} y no pasa el camión.',
  'El poste de {Jr. Los Pinos N° 456 int. 3} está caído',
  'en {av. insurgentes sur 1602} no hay luz',
  'Mi casa es {Mz. B Lote 14} del fraccionamiento',
  'La patrulla con placa {ABC-123-D} pasó el alto.',
  'Un coche {XYZ-987} bloquea la rampa',
  'el camión de placas {TR 4521}',
]

const NOT_PERSONAL = [
  'Esperé 3 horas el 12/03/2026 y pagué $1 500.00 por la licencia.',
  'Pagué S/ 1234567 de arbitrios en 2026-03-02.',
  'Llevo desde las 10:30 en la fila 4 de la ventanilla 2.',
  'NO HAY LUZ EN LA CALLE DESDE HACE 3 MESES Y NADIE RESPONDE',
  'La colonia está a oscuras hace 20 días.',
  'El folio DEMO-2026-000123 sigue sin respuesta.',
  'Soy adulto mayor y no hay rampa.',
  'El señor de la puerta no me dejó pasar.',
  'Gracias por la paz y la luz que dan en San Juan.',
  'Me cobraron 1.500.000 y eran 150.000.',
  'Pedí la constancia de no adeudo por 2ª vez.',
]

const plain = (told: string) => told.replace(/[{}]/g, '')
/** Letters and figures that are personal and still stand there. */
const personal = (told: string) => [...told.matchAll(/\{([^}]+)\}/g)].map(([, datum = '']) => datum)

describe('Masking', () => {
  it.each(TOLD)('hides what is personal in: %s', (told) => {
    const { masked } = maskText(plain(told), rules)
    expect(personal(told).filter((datum) => masked.includes(datum))).toEqual([])
    // and nothing but that: what stands around the braces is still there
    const around = told.split(/\{[^}]+\}/).map((part) => part.trim())
    expect(around.filter((part) => part !== '' && !masked.includes(part))).toEqual(
      told.startsWith('atendió la señora') ? ['atendió la señora juana'] : [],
    )
  })

  it.each(NOT_PERSONAL)('leaves alone: %s', (text) => {
    expect(maskText(text, rules)).toEqual({ masked: text, masks: [] })
  })

  it('says where something was masked and how long it was', () => {
    const { masked, masks } = maskText('Soy Rebeca Zavala, DNI 45871236.', rules)
    expect(masked).toBe('Soy [nombre], DNI [documento].')
    expect(masks).toEqual([
      { start: 4, end: 12, length: 13, kind: 'name' },
      { start: 18, end: 29, length: 8, kind: 'document' },
    ])
  })

  it('stays quick on thirty thousand letters without a full stop', () => {
    const text = 'av calle 5 juan de la cruz 55 55 a '.repeat(860)
    const begun = performance.now()
    maskText(text, rules)
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})

describe('A mask corrected by hand', () => {
  const original = 'Soy Rebeca Zavala y fui con mi hija Sol al módulo.'
  const first = maskText(original, rules)

  it('hides more and remembers how long it was', () => {
    const start = first.masked.indexOf('Sol')
    const more = maskMore(first, { start, end: start + 3 }, { kind: 'name', label: '[nombre]' })
    expect(more.masked).toBe('Soy [nombre] y fui con mi hija [nombre] al módulo.')
    expect(more.masks.map(({ length }) => length)).toEqual([13, 3])
  })

  it('takes along what was masked within', () => {
    const asked = { start: 0, end: first.masked.indexOf(' y fui') }
    const more = maskMore(first, asked, { kind: 'other', label: '[dato]' })
    expect(more.masked).toBe('[dato] y fui con mi hija Sol al módulo.')
    expect(more.masks).toEqual([{ start: 0, end: 6, length: 17, kind: 'other' }])
  })

  it('shows again what was hidden by mistake, after other masks too', () => {
    const start = first.masked.indexOf('módulo')
    const more = maskMore(first, { start, end: start + 6 }, { kind: 'other', label: '[dato]' })
    const back = unmask(more, more.masks[1]!, original)
    expect(back.masked).toBe(first.masked)
    expect(unmask(back, back.masks[0]!, original)).toMatchObject({ masked: original, masks: [] })
  })

  it.each([
    ['before it', { start: 0, end: 4 }, { start: 0, end: 4 }],
    ['after it', { start: 20, end: 25 }, { start: 18, end: 23 }],
    ['around it', { start: 0, end: 30 }, { start: 0, end: 28 }],
    ['that ends in it', { start: 2, end: 12 }, { start: 2, end: 18 }],
    ['that begins in it', { start: 12, end: 25 }, { start: 18, end: 23 }],
    ['within it', { start: 11, end: 19 }, null],
  ])('moves a segment %s', (_where, segment, moved) => {
    expect(moveSpan(segment, { start: 10, end: 20, by: 8 })).toEqual(moved)
  })
})
