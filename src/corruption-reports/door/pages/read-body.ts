import express, { type Request, type RequestHandler } from 'express'
import multer from 'multer'
import {
  LARGEST_FILE,
  MOST_BYTES_IN_A_FORM,
  MOST_FILES_IN_A_FORM,
} from '../../files/file-limits.ts'
import type { PlainFile } from '../../files/plain-file.ts'
import { slowLane } from './slow-lane.ts'

const MOST_FIELDS = 500
const LONGEST_TEXT = 100_000
const LONGEST_FORM = '300kb'

/** In memory from the first byte to the last: nothing of a report in clear ever touches a disk. */
const inMemory = multer({
  storage: multer.memoryStorage(),
  limits: {
    fileSize: Math.min(LARGEST_FILE, MOST_BYTES_IN_A_FORM),
    files: MOST_FILES_IN_A_FORM * 2,
    fields: MOST_FIELDS,
    fieldSize: LONGEST_TEXT,
  },
}).array('files')

/** The whole form with its files, or the few words that somebody brought from another page. */
export function readBody(): RequestHandler[] {
  const lane = slowLane()
  const words = express.urlencoded({
    extended: false,
    limit: LONGEST_FORM,
    parameterLimit: MOST_FIELDS,
  })
  return [
    (request, response, next) => {
      if (!request.is('multipart/form-data')) words(request, response, next)
      else
        lane(request, response, (error?: unknown) => {
          if (error) next(error)
          else inMemory(request, response, next)
        })
    },
  ]
}

export function filesOf(request: Request): PlainFile[] {
  const files = Array.isArray(request.files) ? request.files : []
  return files
    .filter(({ size, originalname }) => size > 0 || originalname !== '')
    .map(({ originalname, mimetype, buffer }) => ({
      // the library reads names as latin1; they are UTF-8
      name: Buffer.from(originalname, 'latin1').toString('utf8').slice(0, 200),
      type: mimetype,
      content: buffer,
    }))
}

export function areTooMany(files: readonly PlainFile[]): boolean {
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0)
  return files.length > MOST_FILES_IN_A_FORM || bytes > MOST_BYTES_IN_A_FORM
}
