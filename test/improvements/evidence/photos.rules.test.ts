import { describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { pairDoubts } from '../../../src/improvements/evidence/pair-doubts.ts'
import { placeMarks } from '../../../src/improvements/evidence/place-marks.ts'
import { readExif } from '../../../src/improvements/evidence/read-exif.ts'

const KEY = Buffer.alloc(32, 7)
const LEON = { latitude: 21.12345, longitude: -101.68765 }

async function exifOf(exif: Record<string, Record<string, string>>): Promise<Buffer> {
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#999' } })
    .withExif(exif)
    .jpeg()
    .toBuffer()
  return (await sharp(photo).metadata()).exif!
}

describe('What a camera hid in a photo', () => {
  it('gives the day on which it was taken and where', async () => {
    const exif = await exifOf({
      IFD2: { DateTimeOriginal: '2026:02:17 10:20:30' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '21/1 7/1 2442/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '101/1 41/1 1554/100',
      },
    })
    const { takenOn, place } = readExif(exif)
    expect(takenOn).toBe('2026-02-17')
    expect(place?.latitude).toBeCloseTo(21.12345, 4)
    expect(place?.longitude).toBeCloseTo(-101.68765, 4)
  })

  it('says nothing where there is nothing, or where it is broken at any place', async () => {
    expect(readExif(undefined)).toEqual({ takenOn: null, place: null })
    const whole = await exifOf({ IFD2: { DateTimeOriginal: '2026:02:31 10:20:30' } })
    expect(readExif(whole).takenOn).toBeNull()
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readExif(whole.subarray(0, length))).not.toThrow()
    }
  })
})

describe('Two photos of one spot', () => {
  const photo = {
    takenOn: '2026-01-10',
    fileDate: '2026-01-10',
    sha256: 'aa',
    placeMarks: placeMarks(LEON, KEY),
  }
  const later = { ...photo, takenOn: '2026-03-02', fileDate: '2026-03-02', sha256: 'bb' }

  it('raise no doubt when days and places agree, also a few steps apart', () => {
    expect(pairDoubts(photo, later)).toEqual([])
    const steps = { latitude: LEON.latitude + 0.0009, longitude: LEON.longitude - 0.0009 }
    expect(pairDoubts(photo, { ...later, placeMarks: placeMarks(steps, KEY) })).toEqual([])
  })

  it('raise one when they were taken in other places, of which nothing is kept in clear', () => {
    const elsewhere = placeMarks({ ...LEON, latitude: 21.2 }, KEY)
    expect(pairDoubts(photo, { ...later, placeMarks: elsewhere })).toEqual(['other_place'])
    expect(pairDoubts(photo, { ...later, placeMarks: [] })).toEqual([])
    expect(placeMarks(LEON, Buffer.alloc(32, 8))[0]).not.toEqual(photo.placeMarks[0])
  })

  it('raise one for no date, another date than was said, the wrong order and the same photo', () => {
    expect(pairDoubts({ ...photo, fileDate: null }, later)).toEqual(['no_date'])
    expect(pairDoubts({ ...photo, fileDate: '2025-12-01' }, later)).toEqual(['other_date'])
    expect(pairDoubts(later, photo)).toEqual(['wrong_order'])
    expect(pairDoubts(photo, photo)).toEqual(['same_photo'])
  })
})
