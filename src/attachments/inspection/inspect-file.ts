import { open, rename, type FileHandle } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { MAX_FILE_BYTES, type AttachmentProblem } from '../attachment-rules.ts'
import { findAllowedType, plainText, refusalOf, type AttachmentType } from '../attachment-types.ts'
import { extensionOf } from '../file-name.ts'
import { cleanImage, type CleanedImage } from './clean-image.ts'
import { hasEncryptedPackage, inspectPdf, inspectText } from './inspect-bytes.ts'
import { inspectOffice } from './inspect-office.ts'

/** A file that may be kept, lying ready at the path it was asked to be put. */
export interface InspectedFile {
  type: AttachmentType
  image: { width: number; height: number } | null
}

/**
 * Says what a file is by its content and whether it may be kept; then leaves at `cleanPath` what is
 * to be stored. The sender's name and declared type decide nothing.
 */
export async function inspectFile(
  path: string,
  name: string,
  cleanPath: string,
): Promise<InspectedFile | AttachmentProblem> {
  const file = await open(path, 'r')
  const judged = await judge(file, path, name).finally(() => file.close())
  if (typeof judged === 'string') return judged
  if (judged.inspection !== 'image') {
    await rename(path, cleanPath)
    return { type: judged, image: null }
  }
  const image = await cleanImage(path, cleanPath, judged.mediaType)
  return typeof image === 'string' ? image : withImage(image)
}

function withImage({ mediaType, width, height }: CleanedImage): InspectedFile {
  return { type: findAllowedType(mediaType)!, image: { width, height } }
}

async function judge(
  file: FileHandle,
  path: string,
  name: string,
): Promise<AttachmentType | AttachmentProblem> {
  const { size } = await file.stat()
  if (size === 0) return 'attachment_empty'
  if (size > MAX_FILE_BYTES) return 'attachment_too_big'
  const detected = (await fileTypeFromFile(path))?.mime
  const type = findAllowedType(detected ?? '')
  if (type) return (await lookInside(type, file, size)) ?? type
  if (isCalledText(name, detected)) return (await inspectText(file)) ?? plainText
  if (detected === 'application/x-cfb' && (await hasEncryptedPackage(file))) {
    return 'attachment_protected'
  }
  return refusalOf(detected)
}

async function lookInside(type: AttachmentType, file: FileHandle, size: number) {
  if (type.inspection === 'office') return inspectOffice(file, size)
  if (type.inspection === 'pdf') return inspectPdf(file)
  return null
}

/** Words may begin like anything ("BM…" is also a bitmap), so a text's own extension counts here. */
function isCalledText(name: string, detected: string | undefined): boolean {
  const extension = extensionOf(name)
  return plainText.extensions.includes(extension) || (extension === '' && detected === undefined)
}
