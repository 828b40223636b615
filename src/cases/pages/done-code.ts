import type { Request } from 'express'

const CODES = [
  'abierto',
  'aceptado',
  'acumulado',
  'ampliado',
  'anotado',
  'aprobado',
  'archivado',
  'asignado',
  'borrador_devuelto',
  'cerrado',
  'clasificado',
  'conservacion_levantada',
  'conservado',
  'dato_pedido',
  'decidido',
  'devuelto',
  'entrega_fallida',
  'entregado',
  'enviado',
  'felicitacion_pasada',
  'funcionarios_anotados',
  'guardado',
  'reabierto',
  'redirigido',
  'restriccion_levantada',
  'restringido',
  'revision_negada',
  'trasladado',
  'via_mostrada',
] as const
export type DoneCode = (typeof CODES)[number]

/** What was just done, said once: the address carries a code and never a text. */
export function doneCode({ query }: Request): DoneCode | null {
  return CODES.find((code) => code === query['hecho']) ?? null
}
