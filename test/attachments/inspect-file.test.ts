import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import exifr from 'exifr'
import sharp from 'sharp'
import { inspectFile } from '../../src/attachments/inspection/inspect-file.ts'
import {
  buildDocx,
  buildHugePng,
  buildOdt,
  buildPdf,
  buildPhoto,
  buildZip,
} from './sample-files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function inspect(content: Buffer | string, name: string) {
  await writeFile(join(folder, 'received'), content)
  return inspectFile(join(folder, 'received'), name, join(folder, 'clean'))
}

function cleaned() {
  return readFile(join(folder, 'clean'))
}

const picture = (format: 'png' | 'webp' | 'gif') =>
  sharp({ create: { width: 8, height: 4, channels: 3, background: 'white' } })
    .toFormat(format)
    .toBuffer()

describe('A photograph', () => {
  it('loses place, camera and author, and stands upright', async () => {
    const photo = await buildPhoto()
    expect(await exifr.parse(photo, { gps: true })).toMatchObject({ Make: 'Telefono' })

    const inspected = await inspect(photo, 'foto.jpg')

    expect(inspected).toMatchObject({
      type: { mediaType: 'image/jpeg' },
      image: { width: 32, height: 64 },
    })
    expect(await exifr.parse(await cleaned(), true)).toBeUndefined()
    expect((await sharp(await cleaned()).metadata()).exif).toBeUndefined()
  })

  it('that is larger than needed is made smaller', async () => {
    const wide = await sharp({
      create: { width: 6_000, height: 30, channels: 3, background: 'white' },
    })
      .png()
      .toBuffer()
    expect(await inspect(wide, 'plano.png')).toMatchObject({ image: { width: 5_000, height: 25 } })
  })

  it.each([
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['gif', 'image/png'],
  ] as const)('sent as %s is kept as %s', async (format, mediaType) => {
    const inspected = await inspect(await picture(format), 'x')
    expect(inspected).toMatchObject({ type: { mediaType }, image: { width: 8, height: 4 } })
    expect(`image/${(await sharp(await cleaned()).metadata()).format}`).toBe(mediaType)
  })

  it('of 30,000 pixels a side is refused before it is decoded', async () => {
    const bomb = buildHugePng(30_000)
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage.rss()
    expect(await inspect(bomb, 'foto.png')).toBe('attachment_image_too_large')
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('that was cut short is damaged', async () => {
    const photo = await buildPhoto()
    expect(await inspect(photo.subarray(0, photo.length - 40), 'foto.jpg')).toBe(
      'attachment_damaged',
    )
    expect(await inspect(photo.subarray(0, 30), 'foto.jpg')).toBe('attachment_damaged')
  })

  it('in the format of an iPhone gets advice of its own', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(await inspect(heic, 'IMG_0001.jpg')).toBe('attachment_heic')
  })
})

describe('A document', () => {
  it('is known by its content, whatever it is called', async () => {
    expect(await inspect(buildPdf(), 'foto.jpg')).toMatchObject({
      type: { mediaType: 'application/pdf' },
      image: null,
    })
    expect(await cleaned()).toEqual(buildPdf())
  })

  it.each([['/Encrypt 5 0 R '], ['/Encrypt<< /Filter /Standard >> ']])(
    'in PDF with %s is protected',
    async (trailer) => {
      expect(await inspect(buildPdf(trailer), 'acta.pdf')).toBe('attachment_protected')
    },
  )

  it('in PDF is searched to its end, also where two pieces meet', async () => {
    const filler = Buffer.alloc(256 * 1024 - buildPdf().length - 8, 'x')
    const long = Buffer.concat([buildPdf(), filler, buildPdf('/Encrypt 5 0 R ')])
    expect(await inspect(long, 'acta.pdf')).toBe('attachment_protected')
  })

  it('of Word is taken', async () => {
    const inspected = await inspect(buildDocx(), 'carta.docx')
    expect(inspected).toMatchObject({ type: { extensions: ['docx'] } })
  })

  it('of LibreOffice is taken, unless it has a password', async () => {
    expect(await inspect(buildOdt('<manifest/>'), 'carta.odt')).toMatchObject({
      type: { extensions: ['odt'] },
    })
    expect(await inspect(buildOdt('<manifest:encryption-data/>'), 'carta.odt')).toBe(
      'attachment_protected',
    )
  })

  it('of Word with a macro is refused', async () => {
    const macro = buildDocx([{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }])
    expect(await inspect(macro, 'carta.docx')).toBe('attachment_macros')
  })

  it('of Word that would unpack to far more than it is, is refused', async () => {
    const bomb = buildDocx([{ name: 'word/media/a.bin', content: Buffer.alloc(64 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await inspect(bomb, 'carta.docx')).toBe('attachment_bomb')
  })

  it('of Word that declares four gigabytes is refused', async () => {
    const bomb = buildDocx([{ name: 'a.xml', content: 'a', claimedBytes: 0xfffffff0 }])
    expect(await inspect(bomb, 'carta.docx')).toBe('attachment_bomb')
  })

  it('of Word with an encrypted part is protected', async () => {
    const locked = buildDocx([{ name: 'a.xml', content: 'a', encrypted: true }])
    expect(await inspect(locked, 'carta.docx')).toBe('attachment_protected')
  })

  it('of Word that was cut short is damaged', async () => {
    const docx = buildDocx()
    expect(await inspect(docx.subarray(0, docx.length - 30), 'carta.docx')).toBe(
      'attachment_damaged',
    )
  })

  it('of old Word gets advice, and one with a password gets another', async () => {
    const old = Buffer.alloc(4_096)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(old)
    expect(await inspect(old, 'carta.doc')).toBe('attachment_old_office')
    old.write('EncryptedPackage', 1_000, 'utf16le')
    expect(await inspect(old, 'carta.docx')).toBe('attachment_protected')
  })

  it('inside an archive is refused with advice', async () => {
    const zip = buildZip([{ name: 'carta.txt', content: 'hola' }])
    expect(await inspect(zip, 'todo.zip')).toBe('attachment_archive')
  })
})

describe('A text', () => {
  it.each([
    ['in UTF-8', Buffer.from('Hace un año que espero.\n')],
    ['in the older encoding', Buffer.from('Hace un año que espero.\r\n', 'latin1')],
    ['that begins like a bitmap', Buffer.from('BMW gris, placa ABC-12')],
  ])('%s is taken as it is', async (_encoding, content) => {
    expect(await inspect(content, 'nota.txt')).toMatchObject({ type: { mediaType: 'text/plain' } })
    expect(await cleaned()).toEqual(content)
  })

  it.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'nota.txt'],
    ['bytes of no kind', Buffer.from([0x68, 0x6f, 0x00, 0x6c, 0x61]), 'nota.txt'],
    ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'a.txt'],
    ['a drawing under its own name', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'foto.svg'],
    ['a page', '\ufeff <!DOCTYPE html><script>alert(1)</script>', 'nota.txt'],
    ['a script', 'alert(1)', 'nota.js'],
    ['words called a picture', 'hola', 'foto.jpg'],
  ])('that is %s is refused', async (_what, content, name) => {
    expect(await inspect(content, name)).toBe('attachment_type')
  })
})

describe('A recording', () => {
  it.each([
    ['mp3', 'ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0', 'audio/mpeg'],
    ['opus', `OggS\0\x02${'\0'.repeat(20)}\x01\x13OpusHead\x01\x01${'\0'.repeat(9)}`, 'audio/ogg'],
    ['wav', 'RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    ['m4a', '\0\0\0\x18ftypM4A \0\0\0\0M4A mp42', 'audio/mp4'],
    ['mp4', '\0\0\0\x18ftypisom\0\0\0\0isommp42', 'video/mp4'],
    ['3gp', '\0\0\0\x18ftyp3gp5\0\0\0\x003gp5isom', 'video/3gpp'],
    ['mov', '\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'video/quicktime'],
    ['webm', '\x1a\x45\xdf\xa3\x87\x42\x82\x84webm', 'video/webm'],
    ['amr', '#!AMR\n\x3c', 'audio/amr'],
  ])('in %s is taken', async (extension, content, mediaType) => {
    const inspected = await inspect(Buffer.from(content, 'latin1'), `nota.${extension}`)
    expect(inspected).toMatchObject({ type: { mediaType } })
  })
})

describe('A file', () => {
  it('without a byte is refused', async () => {
    expect(await inspect('', 'vacio.pdf')).toBe('attachment_empty')
  })

  it('of more than 20 MB is refused', async () => {
    const long = Buffer.concat([buildPdf(), Buffer.alloc(20 * 1024 * 1024, 'x')])
    expect(await inspect(long, 'largo.pdf')).toBe('attachment_too_big')
  })

  it('that is refused leaves nothing to be stored', async () => {
    await inspect('alert(1)', 'nota.js')
    await expect(stat(join(folder, 'clean'))).rejects.toThrow('ENOENT')
  })
})
