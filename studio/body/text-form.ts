// The form of a text, for the parts of it that the editor shows in place and that have fields of their own.

import {createContext} from 'react'
import type {PortableTextInputProps} from 'sanity'

/** What Sanity gives to the input of the text. */
export const TextForm = createContext<PortableTextInputProps | undefined>(undefined)
