import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type TopicOrder = 'theme' | 'size' | 'name'

interface Settings {
  topicOrder: TopicOrder
  contours: boolean
  topicsOpen: boolean
  papersOpen: boolean
}

/** Habits of the person at this browser. */
export const useSettings = create<Settings>()(
  persist((): Settings => ({ topicOrder: 'theme', contours: true, topicsOpen: true, papersOpen: true }), {
    name: 'tidemap-settings',
    version: 1,
  }),
)

export function setSettings(change: Partial<Settings>): void {
  useSettings.setState(change)
}
