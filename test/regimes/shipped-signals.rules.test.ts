import { beforeAll, describe, expect, it } from '@jest/globals'
import { readRegimePack, type RegimeFile } from '../../src/regimes/index.ts'
import { findSignals, readText } from '../../src/routing/index.ts'

let regime: RegimeFile

beforeAll(async () => {
  regime = await readRegimePack('packs/regimes/neutral.yaml')
})

function signalsIn(text: string): string[] {
  return [...new Set(findSignals(regime.signals, readText(text)).map(({ signal }) => signal))]
}

describe('The shipped lists of signals', () => {
  it.each([
    'El inspector me pidió dinero para no clausurar mi local',
    'ME PIDIERON UNA MORDIDA DE 500 PESOS',
    'El oficial quería su mordida y por eso no me dio el acta',
    'En la ventanilla nos exigieron dinero a cambio de la constancia',
    'Tuve que pagar una coima para que avanzara mi expediente',
    'Intentaron sobornar al regidor',
    'Me cobró 200 pesos sin darme recibo',
    'Quiero denunciar un acto de corrupción en la tesorería',
    'Me dijo que con algo por debajo del agua salía mas rapido',
    'El jefe tiene a su cuñado de empleado fantasma',
    'The clerk asked me for money to issue the certificate',
    'He said that with a small bribe it would be faster',
  ])('hear of a bribe in: %s', (text) => {
    expect(signalsIn(text)).toEqual(['corruption'])
  })

  it.each([
    'Hay una fuga de gas en la esquina del mercado',
    'Huele mucho a gas en el edificio',
    'se esta quemando el transformador',
    'El poste está a punto de caerse sobre la parada',
    'Dejaron un cable pelado en el parque',
    'La coladera de la esquina lleva un mes sin tapa',
    'La barda se va a derrumbar',
    'Ya no puedo más y quiero quitarme la vida',
    'There is a gas leak behind the office',
    'The wall is about to collapse',
  ])('hear of danger in: %s', (text) => {
    expect(signalsIn(text)).toEqual(['danger'])
  })

  it.each([
    'El guardia me golpeó al salir',
    'El encargado me hizo propuestas sexuales a cambio del permiso',
    'Sufrí acoso sexual en la oficina',
    'Me amenazaron si volvía a quejarme',
    'The guard threatened me and my son',
  ])('hear of violence in: %s', (text) => {
    expect(signalsIn(text)).toEqual(['violence'])
  })

  it.each([
    'Un perro dio una mordida a mi hijo en el parque',
    'A mi vecina la ha mordido un perro suelto',
    'Pido ayuda porque un perro ha mordido al mío',
    'Cobro indebido: me piden pagar otra vez el predial',
    'Me piden papeles que ya entregué',
    'No me han devuelto el dinero de la licencia',
    'El cajero no tenía cambio y me dijo que pagara otro día',
    'Si llamas por teléfono nadie contesta',
    'Falta un extintor y no hacen simulacro de incendio',
    'El alumbrado de la calle no funciona desde el lunes',
    'La basura se quema con el sol y huele muy mal',
    'Hay un bache enorme, casi me caigo de la bici',
    'Se rompió el registro de la tubería y no hay agua',
    'Felicito a la señora de la ventanilla 2 por su paciencia',
    'El señor de la entrada fue grosero y me gritó',
    'Sugiero que pongan más sillas y una máquina de turnos',
    'La máquina de café de la sala está fundida',
    'El río Moche se desborda cada verano',
    'Limpian la plaza con pistolas de agua',
    'Los coyotes bajan del cerro y asustan a la gente',
    'Me tocó esperar tres horas para que me tocara el turno',
    'Nadie me pegó el sello en la copia',
    'I waited two hours and nobody called my number',
    'The bus hit the curb near the office',
    'Please fix the street light, it is very dark',
  ])('say nothing about: %s', (text) => {
    expect(signalsIn(text)).toEqual([])
  })
})
