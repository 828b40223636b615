import { createAll, Tabs } from 'govuk-frontend'
import './public.js'
import { quickenEntry } from './entry-form.js'
import { showPeopleOfUnit } from './show-people.js'

createAll(Tabs)
showPeopleOfUnit()
quickenEntry()
