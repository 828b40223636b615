import sharp from 'sharp'

/** A photo as a telephone saves it. */
export async function photoOf(
  { takenOn, shade = '#888888' }: { takenOn?: string; shade?: string } = {},
  name = 'foto.jpg',
): Promise<File> {
  const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: shade } })
  const dated = takenOn
    ? drawn.withExif({ IFD2: { DateTimeOriginal: `${takenOn.replaceAll('-', ':')} 10:00:00` } })
    : drawn
  return new File([new Uint8Array(await dated.jpeg().toBuffer())], name, { type: 'image/jpeg' })
}
