/** How much somebody may bring along; a text is never refused because of a file. */
export const PART_BYTES = 1024 * 1024
export const LARGEST_FILE = 100 * PART_BYTES
export const MOST_FILES_IN_A_FORM = 5
export const MOST_BYTES_IN_A_FORM = 20 * PART_BYTES
