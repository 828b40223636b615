import { chanceFrom, type Chance } from './chance.ts'
import {
  brokenBody,
  formBody,
  jsonBody,
  multipartBody,
  spoil,
  spoilFields,
  type Body,
  type Fields,
} from './hostile-bodies.ts'
import {
  HOSTILE_ADDRESS_PARTS,
  HOSTILE_HEADERS,
  HOSTILE_QUERIES,
  HOSTILE_TEXTS,
  QUERY_NAMES,
} from './hostile-values.ts'
import type { RawRequest } from './raw-request.ts'
import type { KnownRoute } from './routes-of-app.ts'
import {
  realAddress,
  validFiling,
  validOfTablets,
  type Actor,
  type ActorName,
  type World,
} from './world.ts'

const METHODS = ['get', 'GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']
const ODD_METHODS = [...METHODS, 'POST', 'CONNECT', 'QUERY', 'MADE-UP', '']
const ODD_TARGETS = ['*', '', '//', '/%', '///evil.example/..', 'http://evil.example/x', 'no-slash']

/** What would end the session, or the account, of those who are still needed. */
const ENDS_SOMEBODY = /\/(salir|sesiones|cierre|terminar)$/

/** Request number `at` of this seed: a real route, asked wrongly. */
export function malformedRequest(world: World, seed: number, at: number): RawRequest {
  const chance = chanceFrom(seed * 1_000_003 + at)
  // in turn, so that none is left out
  const route = world.routes[at % world.routes.length]!
  const actor = world.actors[actorFor(chance, route.path)]
  const path = spoiledAddress(world, chance, route)
  const headers: [string, string][] = []
  if (actor.cookie && !chance.happens(0.05)) headers.push(['Cookie', actor.cookie])
  for (let more = chance.pick([0, 0, 0, 1, 2]); more > 0; more--) {
    headers.push([...chance.pick(HOSTILE_HEADERS)])
  }
  const body = route.method === 'get' ? bodyOfGet(chance) : bodyOf(world, chance, route, actor)
  return {
    method: chance.happens(0.04) ? chance.pick(ODD_METHODS) : route.method.toUpperCase(),
    target: chance.happens(0.01) ? chance.pick(ODD_TARGETS) : path + query(chance),
    headers: [...withoutOwn(headers, body), ...body.headers],
    body: body.bytes,
    ...(body.breaksOff && { breaksOff: true }),
  }
}

/** Hostile headers stand beside those of the body only when they are not the same. */
function withoutOwn(headers: readonly [string, string][], body: Body) {
  const own = new Set(body.headers.map(([name]) => name))
  return headers.filter(([name]) => !own.has(name))
}

function actorFor(chance: Chance, path: string): ActorName {
  if (chance.happens(0.12)) return 'anonymous'
  if (path.startsWith('/personal')) return chance.pick(['responsable', 'admin'])
  if (path.startsWith('/seguimiento/')) return chance.pick(['follower', 'follower', 'filer'])
  if (path.startsWith('/:slug')) return 'filer'
  return chance.pick(['anonymous', 'responsable'])
}

function spoiledAddress(world: World, chance: Chance, { method, path }: KnownRoute): string {
  const endsSomebody = method === 'post' && /:accountId\/(cierre|clave|papeles)/.test(path)
  const segments = path.split('/').map((segment) => {
    if (!segment.startsWith(':')) return segment
    const mustBeWrong = endsSomebody && segment === ':accountId'
    if (!mustBeWrong && !chance.happens(0.15)) return realAddress(world, segment)
    return chance.happens(0.5)
      ? chance.pick(HOSTILE_ADDRESS_PARTS)
      : encodeURIComponent(chance.pick(HOSTILE_TEXTS).slice(0, 500).toWellFormed())
  })
  return segments.join('/')
}

function query(chance: Chance): string {
  if (chance.happens(0.5)) return ''
  if (chance.happens(0.3)) return chance.pick(HOSTILE_QUERIES)
  const fields: [string, string][] = []
  for (let more = 1 + chance.below(3); more > 0; more--) {
    fields.push([chance.pick(QUERY_NAMES), chance.pick(HOSTILE_TEXTS).slice(0, 2_000)])
  }
  return `?${new URLSearchParams(fields).toString()}`
}

function bodyOfGet(chance: Chance): Body {
  const empty: Body = { bytes: Buffer.alloc(0), headers: [] }
  return chance.happens(0.05) ? brokenBody(chance, empty) : empty
}

function bodyOf(world: World, chance: Chance, { path }: KnownRoute, actor: Actor): Body {
  if (path.startsWith('/api/v1/devices/')) return tabletBody(world, chance, path)
  if (path.startsWith('/api/')) return machineBody(chance, path)
  const fields = knownFields(world, chance, path, actor)
  const kind = chance.below(10)
  if (kind < 5) return formBody(spoilFields(chance, fields))
  if (kind < 6) return jsonBody(spoil(chance, Object.fromEntries(fields)))
  if (kind < 8) return multipartBody(chance, spoilFields(chance, fields))
  return brokenBody(chance, formBody(fields))
}

function machineBody(chance: Chance, path: string): Body {
  const key: [string, string] = ['Idempotency-Key', `k${chance.below(1e9)}`]
  const withKey = (body: Body): Body => ({ ...body, headers: [key, ...body.headers] })
  if (path.endsWith('/attachments') && chance.happens(0.7)) return multipartBody(chance, [])
  if (chance.happens(0.25)) return withKey(brokenBody(chance, jsonBody(validFiling)))
  return withKey(jsonBody(spoil(chance, validFiling)))
}

/** Mostly of a tablet that may speak: a stranger gets no further than its token. */
function tabletBody({ deviceToken }: World, chance: Chance, path: string): Body {
  const token: [string, string] = ['Authorization', `Bearer ${deviceToken}`]
  const withToken = (body: Body): Body =>
    chance.happens(0.1) ? body : { ...body, headers: [token, ...body.headers] }
  if (path.endsWith('/files/:n')) {
    const type: [string, string] = ['Content-Type', 'application/octet-stream']
    return withToken({ bytes: Buffer.alloc(chance.below(2_000), 7), headers: [type] })
  }
  const valid = validOfTablets[path.split('/').at(-1) ?? ''] ?? {}
  if (chance.happens(0.25)) return withToken(brokenBody(chance, jsonBody(valid)))
  return withToken(jsonBody(spoil(chance, valid)))
}

/** As the form stood on the page that this actor saw; its token is left out now and then. */
function knownFields(world: World, chance: Chance, path: string, actor: Actor): Fields {
  const seen = actor.forms.get(`post ${realAddress(world, path)}`) ?? [['text', 'a']]
  const others = seen.filter(([name]) => name !== '_token')
  if (ENDS_SOMEBODY.test(path) || chance.happens(0.1)) return others
  return [...others, ['_token', actor.token]]
}
