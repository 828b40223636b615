import { createAll, Tabs } from 'govuk-frontend'
import './public.js'
import './photo-pair.js'
import { quickenEntry } from './entry-form.js'
import { refuseLargeFiles } from './large-files.js'
import { markRanges } from './mark-range.js'
import { completeMentions } from './mentions.js'
import { quickenPages } from './page-keys.js'
import { keepPresence } from './presence.js'
import { quickenCoding } from './quick-coding.js'
import { showPeopleOfUnit } from './show-people.js'
import { orderRules } from './rule-order.js'
import { quickenTextWork } from './text-work.js'

createAll(Tabs)
showPeopleOfUnit()
quickenEntry()
refuseLargeFiles()
quickenCoding()
quickenTextWork()
completeMentions()
keepPresence()
orderRules()
markRanges()
quickenPages()
