import {
  createAll,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  Radios,
} from 'govuk-frontend'
import { sendOnce } from './send-once.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const module of [Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, Radios]) {
  createAll(module)
}

sendOnce()
