import { createAll, Tabs } from 'govuk-frontend'
import './public.js'
import { showPeopleOfUnit } from './show-people.js'

createAll(Tabs)
showPeopleOfUnit()
