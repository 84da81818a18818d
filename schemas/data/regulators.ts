// Who approves medicines and devices, by the names that people know them by.

export const regulators = ['FDA', 'EMA', 'MHRA', 'Health Canada', 'TGA'] as const
