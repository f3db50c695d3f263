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

-- A table of more columns stands on a page turned to its side.
local most_columns = 11

-- How much of a line there is, in places of 10.5 pt.
local function room(table_) return #table_.colspecs > most_columns and 121 or 84 end

function Table(table_)
  local widths, least, sum, room = {}, {}, 0, room(table_)
  each_row(table_, function(row, is_head)
    for column, cell in ipairs(row.cells) do
      -- A heading may take two lines, a sentence several.
      local own = width(text_of(cell))
      own = is_head and math.ceil(own / 2) or math.min(own, 32)
      widths[column] = math.max(widths[column] or 6, own + 2)
      local is_number = table_.colspecs[column][1] == "AlignRight"
      least[column] = math.max(least[column] or 5, is_number and (is_head and 5 or own + 1.5) or 8)
    end
  end)
  for _, own in ipairs(widths) do sum = sum + own end
  local style = sum > 74 and "Table Text Small" or "Table Text"
  -- What is widest gives way first, texts and headings alone: a number must stay on its line.
  while sum > room do
    local widest
    for column, own in ipairs(widths) do
      if own > least[column] and (not widest or own > widths[widest]) then widest = column end
    end
    if not widest then break end
    local cut = math.min(1, widths[widest] - least[widest])
    widths[widest], sum = widths[widest] - cut, sum - cut
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

-- The end of a section of the document, upright or turned to its side, with the margins of GB/T 9704.
local function section_end(is_turned)
  local size = is_turned and 'w:w="16838" w:h="11906" w:orient="landscape"' or 'w:w="11906" w:h="16838"'
  local edges = is_turned and 'w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"'
    or 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
  local footer = is_turned and 851 or 1587
  return pandoc.RawBlock("openxml", string.format(
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr><w:pgSz %s/>'
      .. '<w:pgMar %s w:header="851" w:footer="%d" w:gutter="0"/></w:sectPr></w:pPr></w:p>', size, edges, footer))
end

local function is_wide(block)
  return block ~= nil and block.t == "Table" and #block.colspecs > most_columns
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
    elseif is_caption(block) and is_wide(document.blocks[place + 1]) then
      blocks:insert(section_end(false))
      blocks:extend(dressed(block))
      blocks:extend({ document.blocks[place + 1], section_end(true) })
      place = place + 2
    else
      blocks:extend(dressed(block, document.blocks[place - 1]))
      place = place + 1
    end
  end
  document.blocks = blocks
  return document
end
