<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal startField="first_day" endField="last_day" startExpression="if(&quot;first_day&quot; is null or &quot;last_day&quot; is null, @map_start_time, to_datetime(&quot;first_day&quot;))" endExpression="if(&quot;first_day&quot; is null or &quot;last_day&quot; is null, @map_end_time, to_datetime(&quot;last_day&quot;) + to_interval('86399 seconds'))" durationUnit="min" fixedDuration="0" limitMode="1" accumulate="0" enabled="1" mode="4" />
 <renderer-v2 type="categorizedSymbol" attr="if(&quot;role&quot; = 'best' and &quot;level&quot; in ('province', 'country'), 'coarse', &quot;role&quot;) || ', ' || &quot;actor_side&quot;" symbollevels="0" enableorderby="0">
  <categories>
   <category symbol="0" value="best, Iran" label="Where it may lie · Iran" render="true" />
   <category symbol="1" value="best, Pakistan" label="Where it may lie · Pakistan" render="true" />
   <category symbol="2" value="best, Baloch separatists" label="Where it may lie · Baloch separatists" render="true" />
   <category symbol="3" value="best, Jaish al-Adl" label="Where it may lie · Jaish al-Adl" render="true" />
   <category symbol="4" value="best, Islamic State" label="Where it may lie · Islamic State" render="true" />
   <category symbol="5" value="best, Protesters" label="Where it may lie · Protesters" render="true" />
   <category symbol="6" value="best, Unknown" label="Where it may lie · Unknown" render="true" />
   <category symbol="7" value="coarse, Pakistan" label="Known to the province or country only · Pakistan" render="false" />
   <category symbol="8" value="coarse, Protesters" label="Known to the province or country only · Protesters" render="false" />
   <category symbol="9" value="site, Pakistan" label="Where one of its sites may lie · Pakistan" render="true" />
   <category symbol="10" value="account, Iran" label="By one account alone · Iran" render="false" />
   <category symbol="11" value="account, Pakistan" label="By one account alone · Pakistan" render="false" />
   <category symbol="12" value="account, Baloch separatists" label="By one account alone · Baloch separatists" render="false" />
   <category symbol="13" value="account, Jaish al-Adl" label="By one account alone · Jaish al-Adl" render="false" />
   <category symbol="14" value="account, Protesters" label="By one account alone · Protesters" render="false" />
   <category symbol="15" value="account, Unknown" label="By one account alone · Unknown" render="false" />
   <category symbol="16" value="reading, Iran" label="By another reading of an account · Iran" render="false" />
   <category symbol="17" value="" label="Anything else" render="true" />
  </categories>
  <symbols>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,33,0,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,33,0,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,92,58,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,92,58,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,114,200,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,200,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="3">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="134,26,119,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="134,26,119,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="4">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="26,26,26,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="26,26,26,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="5">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="159,119,75,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="159,119,75,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="6">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="122,130,136,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="122,130,136,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="7">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,92,58,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,92,58,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="8">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="159,119,75,38" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="159,119,75,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.587;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="9">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,92,58,26" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,92,58,255" />
      <Option name="line_width" type="QString" value="0.3969" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="10">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,33,0,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,33,0,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="11">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,92,58,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,92,58,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="12">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,114,200,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,200,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="13">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="134,26,119,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="134,26,119,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="14">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="159,119,75,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="159,119,75,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="15">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="122,130,136,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="122,130,136,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="16">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,33,0,5" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,33,0,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.2646;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="17">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="122,130,136,13" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="122,130,136,255" />
      <Option name="line_width" type="QString" value="0.2646" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.5292;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="case when &quot;role&quot; = 'best' and &quot;level&quot; not in ('province', 'country') and &quot;no_point_reason&quot; is not null then coalesce(map_get(map('strike', '▲', 'bombing', '★', 'clash', '✖', 'attack', '◆', 'protest', '●', 'arrest', '■', 'other', '▼'), &quot;symbol&quot;) || ' ', '') || coalesce(&quot;place&quot;, &quot;title&quot;) || if(&quot;part_count&quot; &gt; 1, '\n1 of ' || &quot;part_count&quot; || ' areas', '') end" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="34,34,34,255" multilineHeight="1" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,217" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128" />
   </text-style>
   <placement placement="4" distUnits="MM" offsetType="1" priority="5" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
   <rendering drawLabels="1" obstacle="1" displayAll="0" fontMaxPixelSize="10000" labelPerPart="1" />
  </settings>
 </labeling>
 <fieldConfiguration>
  <field name="id">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="incident">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="role">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="claim">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="reading">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="title">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="symbol">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="actor_side">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="first_day">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="last_day">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="place">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="level">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="country">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="method">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="no_point_reason">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="part_count">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="contradicts">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_min_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_max_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The incident's id, a slash, and best or the claim's id" />
  <alias field="incident" name="The incident" />
  <alias field="role" name="Best" />
  <alias field="claim" name="The claim, for an account or a reading of it" />
  <alias field="reading" name="How the claim's words are read, for a reading of it" />
  <alias field="title" name="The incident's headline" />
  <alias field="symbol" name="The incident's symbol" />
  <alias field="actor_side" name="As of the incident" />
  <alias field="first_day" name="As of the incident" />
  <alias field="last_day" name="As of the incident" />
  <alias field="place" name="The place" />
  <alias field="level" name="How finely the place is known" />
  <alias field="country" name="ISO 3166-1 alpha-2 code" />
  <alias field="method" name="How the area was found" />
  <alias field="no_point_reason" name="As of the incident" />
  <alias field="part_count" name="How many separate areas it has" />
  <alias field="contradicts" name="The other accounts that an account's area, so read, shares nothing with" />
  <alias field="distance_min_km" name="Least distance of the area from the border (km)" />
  <alias field="distance_max_km" name="Greatest distance of the area from the border (km)" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="incident" editable="0" />
  <field name="role" editable="0" />
  <field name="claim" editable="0" />
  <field name="reading" editable="0" />
  <field name="title" editable="0" />
  <field name="symbol" editable="0" />
  <field name="actor_side" editable="0" />
  <field name="first_day" editable="0" />
  <field name="last_day" editable="0" />
  <field name="place" editable="0" />
  <field name="level" editable="0" />
  <field name="country" editable="0" />
  <field name="method" editable="0" />
  <field name="no_point_reason" editable="0" />
  <field name="part_count" editable="0" />
  <field name="contradicts" editable="0" />
  <field name="distance_min_km" editable="0" />
  <field name="distance_max_km" editable="0" />
 </editable>
 <previewExpression>"title" || ' · ' || "role"</previewExpression>
 <mapTip>&lt;div style="width:420px"&gt;&lt;b&gt;[% replace("title", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;This area&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "role" = 'best' then 'the best region' when "role" = 'site' then 'one of its sites' when "role" = 'account' then 'by the account ' || "claim" else 'by another reading of ' || "claim" end, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Place&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("place", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Known to&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("level", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;How it was found&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("method", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Distance to the border&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "distance_min_km" is null and "distance_max_km" is null then 'not stated' when "distance_max_km" is null then 'at least ' || "distance_min_km" || ' km' when "distance_min_km" is null then 'at most ' || "distance_max_km" || ' km' when "distance_min_km" = "distance_max_km" then '' || "distance_min_km" || ' km' else '' || "distance_min_km" || ' to ' || "distance_max_km" || ' km' end, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Parts&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("part_count", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Shares nothing with&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("contradicts", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;&lt;/div&gt;</mapTip>
</qgis>
