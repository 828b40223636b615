import { MAX_FILE_BYTES } from '../../../attachments/index.ts'
import type { Evidence, PhotoPair } from '../evidence.ts'
import { evidenceUrls } from '../urls.ts'

/** What `improvements/evidence/panel.ejs` shows. */
export interface EvidencePanel {
  photos: readonly ShownEvidence[]
  documents: readonly ShownEvidence[]
  pairs: readonly ShownPair[]
  /** Where something is added; null: not by this person. */
  action: string | null
  /** Photos may be paired once there are two. */
  mayPair: boolean
  mostBytes: number
}

export interface ShownEvidence extends Pick<
  Evidence,
  'evidenceId' | 'fileName' | 'caption' | 'spot' | 'takenOn' | 'image' | 'isPublic'
> {
  fileUrl: string
  previewUrl: string
  removalUrl: string | null
}

/** What `improvements/evidence/pair.ejs` shows, with the addresses of the side that it is shown on. */
export interface ShownPair extends Pick<PhotoPair, 'pairId' | 'spot' | 'doubts'> {
  before: ShownPhoto
  after: ShownPhoto
}

interface ShownPhoto extends Pick<Evidence, 'caption' | 'takenOn' | 'image'> {
  /** 1280 points wide, 800 and 480. */
  url: string
  medium: string
  small: string
}

export function evidencePanel(
  slug: string,
  found: { items: readonly Evidence[]; pairs?: readonly PhotoPair[] },
  { action, back }: { action: string | null; back: string },
): EvidencePanel {
  const urls = evidenceUrls(slug)
  const show = (item: Evidence): ShownEvidence => ({
    ...item,
    fileUrl: urls.file(item.evidenceId),
    previewUrl: urls.preview(item.evidenceId),
    removalUrl:
      action === null || item.isHeld
        ? null
        : `${urls.removal(item.evidenceId)}?volver=${encodeURIComponent(back)}`,
  })
  const photos = found.items.filter(({ image }) => image !== null).map(show)
  return {
    photos,
    documents: found.items.filter(({ image }) => image === null).map(show),
    pairs: showPairs(found.pairs ?? [], urls.preview),
    action,
    mayPair: action !== null && photos.length > 1,
    mostBytes: MAX_FILE_BYTES,
  }
}

/** For people outside: only where both photos were marked as fit for everybody. */
export function publicPairs(slug: string, pairs: readonly PhotoPair[]): ShownPair[] {
  const open = pairs.filter(({ before, after }) => before.isPublic && after.isPublic)
  return showPairs(open, evidenceUrls(slug).publicPhoto)
}

function showPairs(pairs: readonly PhotoPair[], urlOf: (evidenceId: string) => string) {
  const photo = ({ caption, takenOn, image, evidenceId }: Evidence): ShownPhoto => ({
    ...{ caption, takenOn, image },
    url: urlOf(evidenceId),
    medium: `${urlOf(evidenceId)}?ancho=800`,
    small: `${urlOf(evidenceId)}?ancho=480`,
  })
  return pairs.map(({ pairId, spot, doubts, before, after }): ShownPair => ({
    ...{ pairId, spot, doubts },
    before: photo(before),
    after: photo(after),
  }))
}
