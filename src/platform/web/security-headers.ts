import helmet from 'helmet'
import type { RequestHandler } from 'express'

/** Nothing from anywhere else, nothing written into the page: no inline script, style or frame. */
export function securityHeaders(baseUrl: string): RequestHandler {
  const overTls = baseUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(overTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    // an address may hold a case's number: not even its own pages tell it to others
    referrerPolicy: { policy: 'same-origin' },
    hsts: overTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
}
