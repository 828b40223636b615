import { languages, readLocale, translator } from '../../platform/i18n/index.ts'
import {
  asScriptData,
  asset,
  offlineApp,
  renderView,
  type OfflineApp,
} from '../../platform/web/index.ts'

export const KIOSK_ADDRESS = '/tableta/'
export const WORKER_ADDRESS = `${KIOSK_ADDRESS}sw.js`
export const MANIFEST_ADDRESS = `${KIOSK_ADDRESS}manifest.webmanifest`

const LANGUAGE = 'es'

/** The page with all its words in every language: it asks for nothing else once it is on the tablet. */
export function kioskPage(): string {
  return renderView('channels/kiosk/app', {
    lang: LANGUAGE,
    t: translator(LANGUAGE),
    asset,
    manifest: MANIFEST_ADDRESS,
    texts: knownTexts(),
  })
}

export function kioskManifest(): object {
  const t = translator(LANGUAGE)
  return {
    name: t('channels-kiosk.name'),
    short_name: t('channels-kiosk.short_name'),
    lang: LANGUAGE,
    id: KIOSK_ADDRESS,
    start_url: KIOSK_ADDRESS,
    scope: KIOSK_ADDRESS,
    display: 'fullscreen',
    display_override: ['fullscreen', 'standalone'],
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [
      { src: asset('kiosk-192.png'), sizes: '192x192', type: 'image/png' },
      { src: asset('kiosk-512.png'), sizes: '512x512', type: 'image/png' },
      { src: asset('kiosk-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}

const ASSETS = ['kiosk.css', 'kiosk.js', 'mark.svg', 'kiosk-192.png', 'kiosk-512.png']

export function kioskFiles(): OfflineApp {
  const app = offlineApp('tableta', { address: KIOSK_ADDRESS, html: kioskPage() }, ASSETS)
  return { ...app, files: [...app.files, MANIFEST_ADDRESS] }
}

let texts: string | null = null

/** Read once: they do not change while the program runs, and every tablet asks at every reset. */
function knownTexts(): string {
  texts ??= asScriptData(textsOfTheWay())
  return texts
}

/** Its own words, and those of the way and of the survey on the web, so that both ask in the same ones. */
function textsOfTheWay(): object {
  return Object.fromEntries(
    languages.map((language) => {
      const { 'channels-kiosk': kiosk, filing, surveys } = readLocale(language)
      return [language, { kiosk, filing, surveys }]
    }),
  )
}
