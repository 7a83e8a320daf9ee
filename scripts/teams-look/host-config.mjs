// Numbers and colors close to those that Microsoft's clients give Adaptive Cards in a chat, for pictures only:
// samples/HostConfig/microsoft-teams-light.json and -dark.json of github.com/microsoft/AdaptiveCards.
const fontSizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const fontWeights = { lighter: 400, default: 400, bolder: 600 };

const themes = {
  light: {
    text: '#242424',
    subtle: '#616161',
    attention: '#c4314b',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    attention: '#f1707b',
    card: '#292929',
    emphasis: '#333333',
    line: '#484848',
  },
};

export function hostConfig(theme) {
  const { text, subtle, attention, card, emphasis, line } = themes[theme];
  const foregroundColors = {
    default: { default: text, subtle },
    attention: { default: attention, subtle: attention },
  };
  const font = (fontFamily) => ({ fontFamily, fontSizes, fontWeights });
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontTypes: {
      default: font("'Segoe UI', 'Noto Sans', sans-serif"),
      monospace: font("Consolas, 'Liberation Mono', monospace"),
    },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
    },
    textStyles: { heading: { size: 'large', weight: 'bolder' } },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small' },
    },
    table: { cellSpacing: 8 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}
