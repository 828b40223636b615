import helmet from 'helmet'
import type { RequestHandler } from 'express'

/**
 * For a page of script that works without network. Stricter than other pages: no form may be sent by the browser
 * itself, nothing comes from elsewhere; the one policy of Trusted Types is the page's own.
 */
export function offlineHeaders(baseUrl: string, policyName: string): RequestHandler[] {
  const overTls = baseUrl.startsWith('https:')
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          workerSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          manifestSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          // no text becomes a script or markup; `offline/own-script.ts` names the one worker
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: [policyName],
          ...(overTls ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      crossOriginEmbedderPolicy: false,
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      hsts: overTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    }),
    (_request, response, next) => {
      // the worker keeps it; the browser asks each time whether there is a newer one
      response.set('Cache-Control', 'no-cache')
      next()
    },
  ]
}
