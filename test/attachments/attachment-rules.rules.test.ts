import { describe, expect, it } from '@jest/globals'
import {
  isImageTooLarge,
  mayBeOpened,
  unclaimedBefore,
} from '../../src/attachments/attachment-rules.ts'
import {
  acceptedExtensions,
  findAllowedType,
  refusalOf,
} from '../../src/attachments/attachment-types.ts'
import { judgeOfficeDirectory } from '../../src/attachments/inspection/office-rules.ts'
import type { ZipEntry } from '../../src/attachments/inspection/zip-directory.ts'

describe('The types of files that are taken', () => {
  it.each(['image/svg+xml', 'text/html', 'application/x-msdownload', 'application/zip', ''])(
    'leave out %j',
    (mediaType) => {
      expect(findAllowedType(mediaType)).toBeUndefined()
    },
  )

  it('know a voice note by each of its names', () => {
    expect(findAllowedType('audio/ogg; codecs=opus')?.mediaType).toBe('audio/ogg')
    expect(findAllowedType('audio/x-m4a')?.mediaType).toBe('audio/mp4')
  })

  it.each([
    ['image/heic', 'attachment_heic'],
    ['image/avif', 'attachment_heic'],
    ['application/zip', 'attachment_archive'],
    ['application/x-cfb', 'attachment_old_office'],
    ['application/vnd.ms-word.document.macroenabled.12', 'attachment_macros'],
    ['application/x-msdownload', 'attachment_type'],
    [undefined, 'attachment_type'],
  ])('refuse %s with the sentence %s', (detected, problem) => {
    expect(refusalOf(detected)).toBe(problem)
  })

  it('are offered to the browser by extension', () => {
    expect(acceptedExtensions()).toEqual(expect.arrayContaining(['.pdf', '.jpg', '.opus', '.docx']))
  })
})

describe('A picture', () => {
  it.each([
    [12_000, 9_000, false],
    [20_000, 100, false],
    [20_001, 1, true],
    [1, 30_000, true],
    [12_000, 10_001, true],
  ])('of %i by %i pixels is too large: %s', (width, height, tooLarge) => {
    expect(isImageTooLarge(width, height)).toBe(tooLarge)
  })
})

describe('A file', () => {
  it.each([
    ['clean', true],
    ['not_configured', true],
    ['waiting', false],
    ['infected', false],
  ] as const)('whose scan is %s may be opened: %s', (state, opens) => {
    expect(mayBeOpened(state)).toBe(opens)
  })

  it('waits a day for its filing', () => {
    expect(unclaimedBefore(new Date('2026-11-22T06:40:00Z'))).toEqual(
      new Date('2026-11-21T06:40:00Z'),
    )
  })
})

describe('A document made of parts', () => {
  const entry = (change: Partial<ZipEntry> = {}): ZipEntry => ({
    name: 'word/document.xml',
    encrypted: false,
    method: 8,
    packedBytes: 1_000,
    unpackedBytes: 20_000,
    headerAt: 0,
    ...change,
  })
  const judge = (entries: ZipEntry[], fileBytes = 50_000_000) =>
    judgeOfficeDirectory({ entries, declaredEntries: entries.length }, fileBytes)

  it('is taken when it declares what documents declare', () => {
    expect(judge([entry()], 5_000)).toBeNull()
  })

  it.each([
    ['has a part under a password', entry({ encrypted: true }), 'attachment_protected'],
    ['is one encrypted part', entry({ name: 'encrypted-package' }), 'attachment_protected'],
    ['holds a Word macro', entry({ name: 'word/vbaProject.bin' }), 'attachment_macros'],
    ['holds an Excel 4 macro', entry({ name: 'xl/macrosheets/a.xml' }), 'attachment_macros'],
    ['holds a Basic macro', entry({ name: 'Basic/Standard/a.xml' }), 'attachment_macros'],
    ['unpacks to 200 MB', entry({ unpackedBytes: 210 * 1024 * 1024 }), 'attachment_bomb'],
  ])('is refused when it %s', (_what, part, problem) => {
    expect(judge([part])).toBe(problem)
  })

  it('is refused when it unpacks to more than a hundred times its size', () => {
    expect(judge([entry({ unpackedBytes: 11 * 1024 * 1024 })], 100_000)).toBe('attachment_bomb')
  })

  it('is refused when its parts lie over one another', () => {
    expect(judge([entry(), entry(), entry()], 2_500)).toBe('attachment_bomb')
  })

  it('is refused when it has thousands of parts', () => {
    expect(judge(Array.from({ length: 2_001 }, () => entry()))).toBe('attachment_bomb')
  })

  it('is damaged when it declares other parts than it lists', () => {
    expect(judgeOfficeDirectory({ entries: [entry()], declaredEntries: 2 }, 5_000)).toBe(
      'attachment_damaged',
    )
  })
})
