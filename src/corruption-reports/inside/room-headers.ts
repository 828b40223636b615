import type { RequestHandler } from 'express'
import { isSealedRoom } from './open-addresses.ts'

/**
 * Nothing but our own scripts, which write no markup; WebAssembly because the passphrase is stretched in
 * it; frames of our own making (blob:) for looking at evidence.
 */
const directives = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `style-src 'self'`,
  `img-src 'self' blob: data:`,
  `connect-src 'self'`,
  `frame-src blob:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
]

const headers = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}

/** After the headers of every page, whose place these take in the sealed rooms: none can forget them. */
export function roomHeaders(baseUrl: string, rooms: readonly string[]): RequestHandler {
  const policy = baseUrl.startsWith('https:')
    ? [...directives, 'upgrade-insecure-requests']
    : directives
  return (request, response, next) => {
    if (isSealedRoom(request.path, rooms)) {
      response.set({ ...headers, 'Content-Security-Policy': policy.join(';') })
    }
    next()
  }
}
