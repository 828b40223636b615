import {
  createAll,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
} from 'govuk-frontend'
import { revealChosen } from './conditional-radios.js'
import { readAloud } from './read-aloud.js'
import { sendOnce } from './send-once.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const module of [Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload]) {
  createAll(module)
}

revealChosen()
sendOnce()
readAloud()
