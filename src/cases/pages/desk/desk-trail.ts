import type { QueryValues } from './desk-query.ts'

/** What an address of the desk may say. */
const NAMES = [
  'vista',
  'buscar',
  'tipo',
  'centro',
  'servicio',
  'area',
  'encargado',
  'prioridad',
  'estado',
  'canal',
  'lengua',
  'desde',
  'hasta',
  'por_pagina',
  'despues',
] as const

const LONGEST = 1000

/**
 * Where on the desk somebody stands (view, search, filters, page), as one value. The pages of a case carry it
 * along, so that whoever works through a list finds back to the same place and on to its next case.
 */
export type DeskTrail = string

export function trailOf(query: QueryValues): DeskTrail {
  const trail = new URLSearchParams()
  for (const name of NAMES) {
    const value = query[name]
    if (typeof value === 'string' && value !== '') trail.set(name, value)
  }
  return trail.toString()
}

/** Anything that is no address of the desk is no trail. */
export function readTrail(sent: unknown): DeskTrail | null {
  if (typeof sent !== 'string' || sent === '' || sent.length > LONGEST) return null
  return trailOf(trailValues(sent)) || null
}

export function trailValues(trail: DeskTrail): QueryValues {
  return Object.fromEntries(new URLSearchParams(trail))
}
