import { isPlainDate, type PlainDate } from '../../platform/dates.ts'

/** What a camera hid in its photo that matters here: the day and the place. */
export interface PhotoFacts {
  takenOn: PlainDate | null
  place: PhotoPlace | null
}

export interface PhotoPlace {
  latitude: number
  longitude: number
}

const NOTHING: PhotoFacts = { takenOn: null, place: null }

/** Tags of Exif 2.32, 4.6.3 to 4.6.6. */
const EXIF_FOLDER = 0x8769
const GPS_FOLDER = 0x8825
const DATE_TIME_ORIGINAL = 0x9003
const LATITUDE_REF = 1
const LATITUDE = 2
const LONGITUDE_REF = 3
const LONGITUDE = 4

const MOST_ENTRIES = 200

/** Reads the block of bytes that sharp hands over; what is broken says nothing. */
export function readExif(exif: Buffer | undefined): PhotoFacts {
  if (!exif) return NOTHING
  const tiff = exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif
  try {
    return readTiff(tiff)
  } catch (error) {
    // an offset that leads out of the block
    if ((error as Error).name === 'RangeError') return NOTHING
    throw error
  }
}

type Entries = ReadonlyMap<number, number>

interface Tiff {
  bytes: Buffer
  u16: (at: number) => number
  u32: (at: number) => number
}

function readTiff(bytes: Buffer): PhotoFacts {
  const order = bytes.subarray(0, 2).toString('latin1')
  if (order !== 'II' && order !== 'MM') return NOTHING
  const little = order === 'II'
  const tiff: Tiff = {
    bytes,
    u16: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    u32: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  }
  const root = readFolder(tiff, tiff.u32(4))
  return { takenOn: readDay(tiff, root), place: readPlace(tiff, root) }
}

/** Where the value of each tag stands, by tag. */
function readFolder({ u16 }: Tiff, at: number): Entries {
  const length = Math.min(u16(at), MOST_ENTRIES)
  const entries = Array.from({ length }, (_, index) => at + 2 + index * 12)
  return new Map(entries.map((entry) => [u16(entry), entry + 8]))
}

function folderAt(tiff: Tiff, root: Entries, tag: number): Entries | null {
  const at = root.get(tag)
  return at === undefined ? null : readFolder(tiff, tiff.u32(at))
}

function readDay(tiff: Tiff, root: Entries): PlainDate | null {
  const at = folderAt(tiff, root, EXIF_FOLDER)?.get(DATE_TIME_ORIGINAL)
  if (at === undefined) return null
  const start = tiff.u32(at)
  const day = tiff.bytes
    .subarray(start, start + 10)
    .toString('latin1')
    .replaceAll(':', '-')
  return isPlainDate(day) ? day : null
}

function readPlace(tiff: Tiff, root: Entries): PhotoPlace | null {
  const gps = folderAt(tiff, root, GPS_FOLDER)
  if (!gps) return null
  const latitude = readDegrees(tiff, gps, LATITUDE, LATITUDE_REF)
  const longitude = readDegrees(tiff, gps, LONGITUDE, LONGITUDE_REF)
  if (latitude === null || longitude === null) return null
  // cameras without a fix write zeros
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude }
}

function readDegrees(tiff: Tiff, gps: Entries, tag: number, refTag: number): number | null {
  const [at, refAt] = [gps.get(tag), gps.get(refTag)]
  if (at === undefined || refAt === undefined) return null
  const start = tiff.u32(at)
  const part = (index: number) =>
    tiff.u32(start + index * 8) / (tiff.u32(start + index * 8 + 4) || 1)
  const degrees = part(0) + part(1) / 60 + part(2) / 3600
  const isNegative = 'SW'.includes(tiff.bytes.subarray(refAt, refAt + 1).toString('latin1'))
  return degrees > 180 ? null : isNegative ? -degrees : degrees
}
