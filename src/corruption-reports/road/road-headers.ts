import helmet from 'helmet'
import type { RequestHandler } from 'express'

const CLOSED_SENSORS =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

/** Stricter than the rest of the book: nothing is kept, told to others, nor written by a script as markup. */
export function roadHeaders(baseUrl: string): RequestHandler[] {
  const overTls = baseUrl.startsWith('https:')
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      hsts: overTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    }),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store')
      response.set('Permissions-Policy', CLOSED_SENSORS)
      next()
    },
  ]
}
