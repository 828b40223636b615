import { createAll, Tabs } from 'govuk-frontend'
import './public.js'

createAll(Tabs)
