// The authorities that approve medicines and devices, by their common names.

export const regulators = ['FDA', 'EMA', 'MHRA', 'Health Canada', 'TGA'] as const
