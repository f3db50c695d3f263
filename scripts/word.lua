-- Gives the parts of a bulletin the styles that reference-docx.py makes, and its tables widths.

-- How wide a text is: a Chinese character takes two places.
local function width(text)
  local sum = 0
  for _, code in utf8.codes(text) do sum = sum + (code >= 0x1100 and 2 or 1) end
  return sum
end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { { "custom-style", style } }))
end

-- A title that needs two lines is broken behind the month, not before its last character.
local function broken(inlines)
  local text = pandoc.utils.stringify(inlines)
  local _, place = text:find("月", 1, true)
  if width(text) <= 37 or not place or place == #text then return inlines end
  return { pandoc.Str(text:sub(1, place)), pandoc.LineBreak(), pandoc.Str(text:sub(place + 1)) }
end

-- The title is no section: sections begin one level higher.
function Header(header)
  if header.level == 1 then return styled({ pandoc.Para(broken(header.content)) }, "Title") end
  header.level = header.level - 1
  header.identifier = ""
  return header
end

-- 表1　… stands in bold by itself, as the bulletin writes captions.
local function is_caption(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
end

local function text_of(cell) return pandoc.utils.stringify(cell.contents) end

local function each_row(table_, visit)
  for _, row in ipairs(table_.head.rows) do visit(row, true) end
  for _, body in ipairs(table_.bodies) do
    for _, row in ipairs(body.body) do visit(row, false) end
  end
end

-- The folder that the charts' pictures are in.
local pictures = os.getenv("YUEBAO_PICTURES") or "."

-- How wide a PNG is, in dots; nothing where there is none.
local function dots(path)
  local file = io.open(path, "rb")
  local head = file and file:read(20)
  if file then file:close() end
  return head and #head == 20 and string.unpack(">I4", head, 17) or nil
end

-- A chart stands alone in a paragraph: ![title](charts/NAME.png)
local function is_chart(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Image"
end

-- The picture in its size at 300 dots an inch.
local function picture(block)
  local image = block.content[1]
  local wide = dots(pictures .. "/" .. image.src)
  if wide then image.attributes.width = string.format("%.2fin", wide / 300) end
  return styled({ pandoc.Para({ image }) }, "Figure")
end

function Table(table_)
  local widths, sum = {}, 0
  each_row(table_, function(row, is_head)
    for column, cell in ipairs(row.cells) do
      -- A heading may take two lines, a sentence several.
      local own = width(text_of(cell))
      own = is_head and math.ceil(own / 2) or math.min(own, 32)
      widths[column] = math.max(widths[column] or 6, own + 2)
    end
  end)
  for _, own in ipairs(widths) do sum = sum + own end
  -- What is widest gives way first: a number must stay on its line.
  local style = sum > 74 and "Table Text Small" or "Table Text"
  while sum > 84 do
    local widest = 1
    for column, own in ipairs(widths) do
      if own > widths[widest] then widest = column end
    end
    if widths[widest] <= 8 then break end
    widths[widest], sum = widths[widest] - 1, sum - 1
  end
  for column, spec in ipairs(table_.colspecs) do
    table_.colspecs[column] = { spec[1], widths[column] / sum }
  end
  each_row(table_, function(row)
    for _, cell in ipairs(row.cells) do
      local blocks = {}
      for _, block in ipairs(cell.contents) do
        blocks[#blocks + 1] = block.content and pandoc.Para(block.content) or block
      end
      -- A cell without a paragraph would get one of the text's size.
      if #blocks == 0 then blocks[1] = pandoc.Para({ pandoc.Str("\u{a0}") }) end
      cell.contents = { styled(blocks, style) }
    end
  end)
  return table_
end

-- The parts of the byline, each whole on one line.
local function byline(inlines)
  local text = pandoc.utils.stringify(inlines)
  if width(text) <= 60 then return inlines end
  local lines, line = {}, ""
  for part in (text:gsub("　", "\n") .. "\n"):gmatch("([^\n]*)\n") do
    if line ~= "" and width(line) + width(part) > 58 then
      lines[#lines + 1], line = line, ""
    end
    line = line == "" and part or line .. "　" .. part
  end
  lines[#lines + 1] = line
  local broken_lines = {}
  for place, own in ipairs(lines) do
    if place > 1 then broken_lines[#broken_lines + 1] = pandoc.LineBreak() end
    broken_lines[#broken_lines + 1] = pandoc.Str(own)
  end
  return broken_lines
end

-- What looks like a tag is text.
function RawInline(raw) return pandoc.Str(raw.text) end
function RawBlock(raw) return pandoc.Para({ pandoc.Str(raw.text) }) end

-- Whether sections are numbered 一、.
local function is_chinese(blocks)
  for _, block in ipairs(blocks) do
    if block.t == "Header" then return pandoc.utils.stringify(block):find("一、", 1, true) == 1 end
  end
  return true
end

-- The blocks of one block of the bulletin, in their styles; `after` is what stands before it.
local function dressed(block, after)
  local is_below_title = after and after.t == "Div" and after.attributes["custom-style"] == "Title"
  if is_caption(block) then return { styled({ pandoc.Para(block.content[1].content) }, "Table Heading") } end
  if is_below_title and block.t == "Para" then
    return { styled({ pandoc.Para(byline(block.content)) }, "Subtitle") }
  end
  if block.t ~= "BulletList" then return { block } end
  -- Official documents have no bullets: each item is a paragraph.
  local blocks = {}
  for _, item in ipairs(block.content) do
    for _, part in ipairs(item) do
      blocks[#blocks + 1] = pandoc.Para(part.content or { pandoc.Str(pandoc.utils.stringify(part)) })
    end
  end
  return blocks
end

function Pandoc(document)
  local blocks, charts, place = pandoc.List(), 0, 1
  local label = is_chinese(document.blocks) and "图%d　" or "Figure %d. "
  while place <= #document.blocks do
    local block = document.blocks[place]
    if is_chart(block) then
      -- The paragraph after a chart is its note: denominators, and who has answered.
      local note = document.blocks[place + 1]
      charts = charts + 1
      local caption = pandoc.List({ pandoc.Str(label:format(charts)) })
      caption:extend(note and note.t == "Para" and note.content or {})
      blocks:extend({ picture(block), styled({ pandoc.Para(caption) }, "Image Caption") })
      place = place + 2
    else
      blocks:extend(dressed(block, document.blocks[place - 1]))
      place = place + 1
    end
  end
  document.blocks = blocks
  return document
end
