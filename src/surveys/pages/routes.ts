import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes, anyoneUnknown } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { keepers, readers, readersOfWords } from '../survey-policy.ts'
import { showCampaign, takeEnd } from './campaign.ts'
import { showCampaigns } from './campaign-list.ts'
import { sendChange, showChange } from './change-campaign.ts'
import { sendNewCampaign, showNewCampaign } from './new-campaign.ts'
import { showRates, type ListReceived } from './rates-page.ts'
import { showSurvey, takeSurvey, thank } from './survey-page.ts'
import { paths } from './urls.ts'
import { showWords } from './words.ts'

export const surveySection: Section = {
  text: 'survey-staff.title',
  path: 'encuestas',
  roles: readers,
}

/** Campaigns, for those who plan them and read what came out. */
export function campaignRoutes(system: System, listReceived: ListReceived): Router {
  const router = Router()
  const keeping = staffOf(...keepers)
  const reading = staffOf(...readers)
  addRoutes(router, [
    ['get', paths.list, reading, showCampaigns(system)],
    ['post', paths.list, keeping, sendNewCampaign(system)],
    ['get', paths.add, keeping, showNewCampaign(system)],
    ['get', paths.rates, reading, showRates(system, listReceived)],
    ['get', paths.campaign, reading, showCampaign(system)],
    ['get', paths.change, keeping, showChange(system)],
    ['post', paths.change, keeping, sendChange(system)],
    ['post', paths.end, keeping, takeEnd(system)],
    ['get', paths.words, staffOf(...readersOfWords), showWords(system)],
  ])
  return router
}

/** The survey itself, which knows nobody. */
export function surveyRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.survey, anyoneUnknown, showSurvey(system)],
    ['post', paths.survey, anyoneUnknown, takeSurvey(system)],
    ['get', paths.thanks, anyoneUnknown, thank(system)],
  ])
  return router
}
